import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** What may be taken over from a client into our logs and answers: nothing that could break a line or hold a secret. */
const SANE = /^[A-Za-z0-9._-]{8,64}$/;
const ids = new WeakMap<Request, string>();

/** The id of a request: the client's `X-Request-Id` when it is a sane token, else a UUID. Always the same for a request. */
export function requestId(request: Request): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers['x-request-id'];
  const id =
    typeof given === 'string' && SANE.test(given) && !given.startsWith('ptk_') ? given : randomUUID();
  ids.set(request, id);
  return id;
}

/** Middleware: says the id in the answer. */
export function answerRequestId(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Request-Id', requestId(request));
  next();
}
