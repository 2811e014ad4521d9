import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { problem, type ProblemException } from '../http/problem/problem.exception';

/** A token and what is stored of it. */
export interface NewToken {
  /** `ptk_live_` and 64 hex digits; shown once and never stored. */
  token: string;
  sha256: Buffer;
  /** Its last four characters, by which people distinguish tokens. */
  suffix: string;
}

const FORM = /^ptk_live_[0-9a-f]{64}$/;

/** True for what has the form of a token. */
export const isToken = (text: string): boolean => FORM.test(text);

/** The only part of a token that is stored: 256 random bits need no salt and no slow hash. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A new random token, or `given` with what is stored of it. */
export function createToken(given?: string): NewToken {
  const token = given ?? `ptk_live_${randomBytes(32).toString('hex')}`;
  return { token, sha256: hashToken(token), suffix: token.slice(-4) };
}

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
