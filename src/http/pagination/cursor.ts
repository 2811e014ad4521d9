import { hasLoneSurrogate } from '../../formats/encoding';
import { problem } from '../problem/problem.exception';

/** Names the form of a cursor, so that a later form can recognize an old one. */
const VERSION = 'v1';
const MAX_LENGTH = 8_192;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The cursor after a row: the values of its sort keys, opaque to clients. */
export function encodeCursor(values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify([VERSION, ...values])).toString('base64url');
}

/**
 * The `length` values of a cursor. Throws 400 `invalid_cursor` for whatever `encodeCursor` would not have written.
 * `forms`, one for each value, are what the values must look like where SQL would refuse others.
 */
export function decodeCursor(text: string, length: number, forms: readonly RegExp[] = []): (string | null)[] {
  const values = parse(text);
  const fits =
    values?.length === length + 1 &&
    values[0] === VERSION &&
    values.every((value, at) => isPlain(value) && (value === null || (forms[at - 1]?.test(value) ?? true)));
  if (!fits)
    throw problem(
      400,
      'invalid_cursor',
      '"after" is not a next_cursor of this list. Leave it out to begin at the start.',
    );
  return values.slice(1) as (string | null)[];
}

/** Text that Postgres can store, or null. */
const isPlain = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && !hasLoneSurrogate(value) && !value.includes('\0'));

function parse(text: string): unknown[] | null {
  if (text.length > MAX_LENGTH || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(utf8.decode(Buffer.from(text, 'base64url')));
    return Array.isArray(value) ? value : null;
  } catch {
    return null; // not ours
  }
}
