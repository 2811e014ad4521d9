import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { problem } from '../http/problem/problem.exception';
import { answerProblem } from '../http/problem/problem.filter';
import { AdminSessions, readSessionCookie } from './admin-sessions';

const READING = ['GET', 'HEAD'];

/** Protects the pages under /admin: a request needs a session, and may only read. */
@Injectable()
export class AdminGate {
  constructor(private readonly sessions: AdminSessions) {}

  /** The middleware. A request that would change something is refused for everybody, so a forged one has no effect. */
  readonly check = (request: Request, response: Response, next: NextFunction): void => {
    this.refusalOf(request)
      .then((refusal) => (refusal === null ? next() : answerProblem(request, response, refusal)))
      .catch(next);
  };

  private async refusalOf(request: Request): Promise<ReturnType<typeof problem> | null> {
    const session = readSessionCookie(request.headers.cookie);
    if (session === null || !(await this.sessions.admits(session))) {
      const detail =
        'These pages are for the operator. Send POST /admin/session with the operator token first, for example in Swagger UI at /docs, then open this page again.';
      return problem(401, 'unauthorized', detail, {
        headers: { 'WWW-Authenticate': 'Bearer realm="almagest"' },
      });
    }
    if (READING.includes(request.method)) return null;
    const headers = { Allow: READING.join(', ') };
    return problem(405, 'method_not_allowed', 'The board is read-only; cancel jobs through the API.', {
      headers,
    });
  }
}
