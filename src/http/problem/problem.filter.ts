import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ClientGoneError } from '../../database/request-errors';
import { requestId } from '../logging/request-log';
import { PROBLEMS } from './problem-codes';
import { problem, type ProblemException } from './problem.exception';
import { toProblem } from './to-problem';

/** Returns everything that was thrown as `application/problem+json`. Unexpected errors are logged with their stack. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof ClientGoneError) {
      response.destroy(); // nobody is there to read an answer
      return;
    }
    const found = this.orWrongMethod(toProblem(error), request);
    if (found.getStatus() >= 500) {
      this.logger.error(
        { err: error, requestId: requestId(request) },
        `answered ${String(found.getStatus())}`,
      );
    }
    if (response.headersSent) {
      response.destroy(); // half an answer must not look like a whole one
      return;
    }
    answerProblem(request, response, found);
  }

  /** A path that no route took may still exist with another method. */
  private orWrongMethod(found: ProblemException, request: Request): ProblemException {
    if (found.code !== 'not_found' || request.route !== undefined) return found;
    const allowed = allowedMethods(request);
    if (allowed.length === 0 || allowed.includes(request.method)) return found;
    const headers = { Allow: allowed.join(', ') };
    return problem(405, 'method_not_allowed', `This path accepts ${headers.Allow}.`, { headers });
  }
}

/** Writes one problem as the answer. */
export function answerProblem(
  request: Request,
  response: Response,
  { code, detail, extra }: ProblemException,
): void {
  const { status, title } = PROBLEMS[code];
  const body = {
    type: `/docs/problems#${code}`,
    title,
    status,
    detail,
    instance: toUriReference(request.originalUrl.split('?', 1)[0] ?? ''),
    code,
    request_id: requestId(request),
    errors: extra.errors ?? [],
  };
  response.status(status).set(extra.headers ?? {});
  response.set('Content-Type', 'application/problem+json; charset=utf-8').end(JSON.stringify(body));
}

/** The path as RFC 3986 lets it be written: Node also takes what must be escaped, and a per cent sign before no digits. */
function toUriReference(path: string): string {
  return path
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w.~%!$&'()*+,;=:@/-]/g, (character) => encodeURIComponent(character));
}

/** What is used here of a layer of Express's router. */
interface Layer {
  match(path: string): unknown;
  route?: { methods: Readonly<Record<string, boolean>> };
}

/** The methods that the path of a request has, in capitals and in order; empty when no route has the path. */
export function allowedMethods(request: Request): string[] {
  const { stack } = request.app.router as unknown as { stack: readonly Layer[] };
  const methods = new Set<string>();
  for (const { route, method } of stack.flatMap(routesOf)) {
    if (route.match(request.path)) methods.add(method.toUpperCase());
  }
  if (methods.has('GET')) methods.add('HEAD'); // Express serves it by the route of GET
  return [...methods].sort();
}

function routesOf(layer: Layer): { route: Layer; method: string }[] {
  const methods = Object.entries(layer.route?.methods ?? {}).filter(([name, has]) => has && name !== '_all');
  return methods.map(([method]) => ({ route: layer, method }));
}
