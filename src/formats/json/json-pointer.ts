/** More tokens than any file of a vendor needs. */
const MAX_TOKENS = 30;

/**
 * The tokens of a JSON Pointer (RFC 6901): `/data/rows` → `data`, `rows`; the empty text is the whole document. Null for a
 * text that is none, or one with over 30 tokens.
 */
export function readPointer(pointer: string): string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null;
  const tokens = pointer.slice(1).split('/');
  if (tokens.length > MAX_TOKENS) return null;
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The JSON Pointer (RFC 6901) of tokens, such as the names of nested members. */
export const jsonPointer = (...tokens: readonly string[]): string =>
  tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
