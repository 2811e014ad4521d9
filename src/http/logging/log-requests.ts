import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { requestId } from './request-id';
import { shownUrl } from './shown-url';

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
function fieldsOf(
  request: Request,
  response: ServerResponse<IncomingMessage>,
  { ms }: { ms: number },
): object {
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
