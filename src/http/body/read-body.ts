import type { IncomingMessage } from 'node:http';
import { problem, type ProblemException } from '../problem/problem.exception';

/** Time for a whole body in milliseconds; only uploads have more. */
const BODY_MS = 60_000;

/**
 * Reads a body of at most `limit` bytes. Throws 413 `body_too_large` as soon as it is known, without reading on, 408
 * `request_timeout` after a minute, and 400 when the client goes away in the middle.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) return Promise.reject(tooLarge(limit));
  if (request.destroyed) return Promise.reject(cutOff()); // before we came to read: no event would tell us any more
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (): void => settle(() => resolve(Buffer.concat(chunks)));
    const lost = (): void => settle(() => reject(cutOff()));
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) settle(() => reject(tooLarge(limit)));
      else chunks.push(chunk);
    };
    const timer = setTimeout(() => settle(() => reject(tooSlow())), BODY_MS);
    const settle = (how: () => void): void => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('error', lost).off('close', lost);
      how();
    };
    request.on('data', take).on('end', end).on('error', lost).on('close', lost);
  });
}

const cutOff = (): ProblemException => problem(400, 'invalid_json', 'The body ended before it was whole.');

const tooLarge = (limit: number): ProblemException =>
  problem(413, 'body_too_large', `The body is larger than the ${limit} bytes that this operation takes.`);

const tooSlow = (): ProblemException =>
  problem(408, 'request_timeout', `The body did not arrive within ${BODY_MS / 1_000} s.`);
