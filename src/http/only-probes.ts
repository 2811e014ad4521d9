import type { NextFunction, Request, Response } from 'express';
import { answerProblem } from './problem/problem.filter';
import { notFound } from './problem/problem.exception';

const PROBES = /^\/(health\/(live|ready)|metrics)\/?$/;

/** Middleware of a process that only works jobs: whoever runs it may ask how it is, and nothing else is here. */
export function onlyProbes(request: Request, response: Response, next: NextFunction): void {
  if (PROBES.test(request.path)) next();
  else answerProblem(request, response, notFound());
}
