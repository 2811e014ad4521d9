/**
 * The cells of several columns as the value of one field. Empty when all of them are; a part that is empty by itself keeps
 * its place, so that a date without its time is refused and not taken for midnight.
 */
export const joinParts = (parts: readonly string[], separator: string): string =>
  parts.every((part) => part === '') ? '' : parts.join(separator);
