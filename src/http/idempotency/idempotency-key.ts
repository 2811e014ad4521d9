import { problem } from '../problem/problem.exception';

/** The `Idempotency-Key` header as it counts: undefined when absent. Throws 400 `invalid_idempotency_key`. */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw problem(
      400,
      'invalid_idempotency_key',
      'The Idempotency-Key header must be 1 to 255 visible ASCII characters, without blanks; a UUID is a good key.',
    );
  }
  return header;
}
