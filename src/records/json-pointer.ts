/** A JSON pointer (RFC 6901) to a member of a body. */
export const jsonPointer = (...names: readonly string[]): string =>
  names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
