import type { NextFunction, Request, Response } from 'express';
import { notFound } from './problem/problem.exception';
import { answerProblem } from './problem/problem.filter';

const PROBES = /^\/(health\/(live|ready)|metrics)\/?$/;

/** Middleware of a process that only works jobs: whoever runs it may ask how it is, and nothing else is here. */
export function onlyProbes(request: Request, response: Response, next: NextFunction): void {
  if (PROBES.test(request.path)) next();
  else answerProblem(request, response, notFound());
}

/** What is left of a refused body may still arrive for so long; then the connection ends. */
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
  const settle = (): void => {
    clearTimeout(timer);
    socket.off('close', settle);
  };
  socket.once('close', settle); // once it is answered, a request itself does not hear of it
  request.once('end', settle).on('error', settle);
  request.resume();
}
