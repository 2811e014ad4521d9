import { problem } from '../http/problem/problem.exception';

/** Reads `?hard=`. Throws 400 `invalid_request` for anything but true and false. */
export function readHard(text: string | undefined): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  const message = '"hard" is true or false.';
  throw problem(400, 'invalid_request', message, {
    errors: [{ pointer: '?hard', code: 'invalid_value', message }],
  });
}
