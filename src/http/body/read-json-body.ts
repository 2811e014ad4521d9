import type { Request } from 'express';
import { JsonIssue } from '../../formats/json/json-cursor';
import type { JsonValue } from '../../formats/json/json-value';
import { parseJson } from '../../formats/json/parse-json';
import { problem } from '../problem/problem.exception';
import { readBody } from './read-body';

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
