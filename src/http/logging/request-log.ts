import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { UUID } from '../../formats/uuid-form';

/** What may be taken over from a client into our logs and responses: nothing that could break a line or contain a secret. */
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;
const ids = new WeakMap<Request, string>();

/** The id of a request: the client's `X-Request-Id` when it is a sane token, else a UUID. Always the same for a request. */
export function requestId(request: Request): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers['x-request-id'];
  const id =
    typeof given === 'string' && REQUEST_ID.test(given) && !given.startsWith('ptk_') ? given : randomUUID();
  ids.set(request, id);
  return id;
}

/** Middleware: sends the id in the response. */
export function answerRequestId(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Request-Id', requestId(request));
  next();
}

const PROBE = /^\/(health|metrics)(\/|\?|$)/;

/** Middleware: one line for each answer. No header is logged, so neither is a token or an idempotency key. */
export function logRequests(logger: Logger): RequestHandler {
  const log = pinoHttp<Request>({
    logger,
    genReqId: requestId,
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'requestId', responseTime: 'ms' },
    customLogLevel: levelOf,
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'answered with an error',
    customSuccessObject: fieldsOf,
    customErrorObject: (request, response, _error, given: { ms: number }) =>
      fieldsOf(request, response, given),
  });
  return (request, response, next) => {
    log(request, response);
    next();
  };
}

/** Probes come every few seconds and would bury everything else. */
function levelOf(request: Request, response: ServerResponse, error?: Error): 'error' | 'debug' | 'info' {
  if (error !== undefined || response.statusCode >= 500) return 'error';
  return PROBE.test(request.originalUrl) ? 'debug' : 'info';
}

/** Only what is named here; the problem filter logs what went wrong. */
function fieldsOf(request: Request, response: ServerResponse, { ms }: { ms: number }): object {
  const { statusCode: status, writableFinished } = response;
  return {
    method: request.method,
    url: shownUrl(request),
    status,
    ...(writableFinished ? {} : { aborted: true }),
    ...jobOf(response),
    ms,
  };
}

/** The job that the request made, or had made before: by its id the lines of its worker are found. */
function jobOf(response: ServerResponse): { jobId?: string } {
  const location = response.statusCode === 202 ? response.getHeader('Location') : undefined;
  const jobId = typeof location === 'string' ? location.split('/').pop() : undefined;
  return jobId === undefined ? {} : { jobId };
}

/** Parameters that say how something is asked for, and never what the data say. */
const PLAIN: ReadonlySet<string> = new Set([
  'workspaceId',
  'resource_type',
  'object_type',
  'limit',
  'archived',
  'format',
  'status',
  'hard',
  'expires',
]);
const LOGGABLE = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * The URL of a request as it may be logged: an identifier is data of a workspace, and so is what is searched for. Ids that
 * we gave stay, and so does what only says how something is asked for; the name of a parameter replaces anything else.
 */
export function shownUrl({
  originalUrl,
  route,
  params,
}: Pick<Request, 'originalUrl' | 'route' | 'params'>): string {
  const [path = '', query] = originalUrl.split('?', 2);
  const pattern = (route as { path?: unknown } | undefined)?.path;
  const shown =
    typeof pattern === 'string'
      ? pattern.replace(/:(\w+)/g, (_, name: string) =>
          shownValue(name, String(params[name] ?? ''), `:${name}`),
        )
      : path;
  if (query === undefined) return shown;
  const pairs = [...new URLSearchParams(query)].map(
    ([name, value]) => `${LOGGABLE.test(name) ? name : '…'}=${shownValue(name, value, '…')}`,
  );
  return `${shown}?${pairs.join('&')}`;
}

function shownValue(name: string, value: string, otherwise: string): string {
  return UUID.test(value) || (PLAIN.has(name) && LOGGABLE.test(value)) ? value : otherwise;
}
