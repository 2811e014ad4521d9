import { createHash, randomBytes } from 'node:crypto';

/** A token and what is kept of it. */
export interface NewToken {
  /** `ptk_live_` and 64 hex digits; shown once and never kept. */
  token: string;
  sha256: Buffer;
  /** Its last four characters, by which people tell tokens apart. */
  suffix: string;
}

const FORM = /^ptk_live_[0-9a-f]{64}$/;

/** True for what has the form of a token. */
export const isToken = (text: string): boolean => FORM.test(text);

/** The one thing that is kept of a token: 256 random bits need no salt and no slow hash. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A new random token, or `given` with what is kept of it. */
export function createToken(given?: string): NewToken {
  const token = given ?? `ptk_live_${randomBytes(32).toString('hex')}`;
  return { token, sha256: hashToken(token), suffix: token.slice(-4) };
}
