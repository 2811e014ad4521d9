import type { IncomingMessage } from 'node:http';
import { problem, type ProblemException } from '../http/problem/problem.exception';

/**
 * The token of the one `Authorization: Bearer …` header. Throws 401 `unauthorized` for none, several (of which a proxy and
 * we might read different ones) or another scheme.
 */
export function readBearer(request: Pick<IncomingMessage, 'headersDistinct'>): string {
  const headers = request.headersDistinct['authorization'] ?? [];
  const [, token] = /^Bearer +(\S+)$/i.exec(headers[0]?.trim() ?? '') ?? [];
  if (headers.length !== 1 || token === undefined) {
    throw unauthorized('Send exactly one header "Authorization: Bearer ptk_live_…".');
  }
  return token;
}

/** The 401: it never says whether a token is unknown, expired or revoked. */
export function unauthorized(
  detail = 'The token is not valid: unknown, expired or revoked.',
): ProblemException {
  return problem(401, 'unauthorized', detail, { headers: { 'WWW-Authenticate': 'Bearer realm="almagest"' } });
}
