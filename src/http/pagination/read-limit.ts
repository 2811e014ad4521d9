import { problem } from '../problem/problem.exception';

const DEFAULT = 50;
const MOST = 200;

/** The `limit` of a list: 50 when absent, at most 200. Throws 400 `invalid_request` for anything but a positive whole number. */
export function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT;
  if (!/^0*[1-9][0-9]*$/.test(text)) {
    const message = '"limit" must be a whole number from 1; more than 200 counts as 200.';
    throw problem(400, 'invalid_request', message, {
      errors: [{ pointer: '?limit', code: 'invalid_value', message }],
    });
  }
  return Math.min(Number(text), MOST);
}
