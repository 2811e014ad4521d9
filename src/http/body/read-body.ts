import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { JsonIssue } from '../../formats/json/json-cursor';
import type { JsonValue } from '../../formats/json/json-value';
import { parseJson } from '../../formats/json/parse-json';
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
  if (request.destroyed) return Promise.reject(cutOff()); // closed before reading began: no further event would arrive
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (): void => finish(() => resolve(Buffer.concat(chunks)));
    const lost = (): void => finish(() => reject(cutOff()));
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) finish(() => reject(tooLarge(limit)));
      else chunks.push(chunk);
    };
    const timer = setTimeout(() => finish(() => reject(tooSlow())), BODY_MS);
    const finish = (how: () => void): void => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('error', lost).off('close', lost);
      how();
    };
    request.on('data', take).on('end', end).on('error', lost).on('close', lost);
  });
}

const cutOff = (): ProblemException => problem(400, 'invalid_json', 'The body ended before it was complete.');

const tooLarge = (limit: number): ProblemException =>
  problem(413, 'body_too_large', `The body is larger than the ${limit} bytes that this operation accepts.`);

const tooSlow = (): ProblemException =>
  problem(408, 'request_timeout', `The body did not arrive within ${BODY_MS / 1_000} s.`);

/** Levels of arrays and objects within each other. */
const DEPTH = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The JSON body of a request, losslessly; an absent body counts as `{}`. Throws 415 `unsupported_media_type` for another
 * content type, a charset other than UTF-8 or a Content-Encoding, 413 `body_too_large`, 400 `invalid_json`.
 */
export async function readJsonBody(request: Request, limit: number): Promise<JsonValue> {
  refuseEncoding(request.headers['content-encoding']);
  if (hasBody(request)) refuseOtherType(request.headers['content-type']);
  const bytes = await readBody(request, limit);
  return bytes.length === 0 ? {} : parse(decode(bytes));
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function refuseEncoding(encoding: string | undefined): void {
  if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') return;
  throw problem(
    415,
    'unsupported_media_type',
    'Send the body without a Content-Encoding; compressed bodies are not read.',
  );
}

function refuseOtherType(header: string | undefined): void {
  const [type, ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  if (type === 'application/json' && (charset === undefined || charset === 'utf-8' || charset === 'utf8'))
    return;
  throw problem(
    415,
    'unsupported_media_type',
    'Send the body as JSON in UTF-8, with "Content-Type: application/json".',
  );
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw problem(400, 'invalid_json', 'The body is not valid UTF-8.');
  }
}

function parse(text: string): JsonValue {
  try {
    return parseJson(text, { depth: DEPTH });
  } catch (error) {
    if (error instanceof JsonIssue) throw problem(400, 'invalid_json', error.message);
    throw error;
  }
}
