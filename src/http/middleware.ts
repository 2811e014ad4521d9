import type { NextFunction, Request, Response } from 'express';
import { notFound } from './problem/problem.exception';
import { answerProblem } from './problem/problem.filter';

const PROBES = /^\/(health\/(live|ready)|metrics)\/?$/;

/** Middleware of a process that only works jobs: it only serves probes and metrics. */
export function onlyProbes(request: Request, response: Response, next: NextFunction): void {
  if (PROBES.test(request.path)) next();
  else answerProblem(request, response, notFound());
}

/** Time for the rest of a refused body to arrive; then the connection is closed. */
const GRACE_MS = 5_000;

/**
 * Middleware: an answer that comes before the end of the body stays readable. Cutting the connection at once would make
 * ordinary clients, which are still sending, see a reset instead of the answer; so the rest is thrown away for a while.
 */
export function drainRest(request: Request, response: Response, next: NextFunction): void {
  response.once('finish', () => {
    if (!request.complete && !request.destroyed) drain(request);
  });
  next();
}

function drain(request: Request): void {
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), GRACE_MS).unref();
  const finish = (): void => {
    clearTimeout(timer);
    socket.off('close', finish);
  };
  socket.once('close', finish); // after the response, the request itself emits no event for it
  request.once('end', finish).on('error', finish);
  request.resume();
}
