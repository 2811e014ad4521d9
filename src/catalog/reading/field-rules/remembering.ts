import type { Issue } from '../../kind';

/** The values that are kept: more than the days of fifty years. */
const MAX_KEPT = 20_000;

/**
 * Reads a text that was met before by looking it up: the dates of a file mostly recur, for one instrument after the other.
 * When most of them turn out not to, nothing is kept any more.
 */
export function remembering(read: (text: string) => string | Issue): (text: string) => string | Issue {
  const known = new Map<string, string>();
  let hits = 0;
  let isWorthwhile = true;
  return (text) => {
    if (!isWorthwhile) return read(text);
    const found = known.get(text);
    if (found !== undefined) {
      hits++;
      return found;
    }
    const value = read(text);
    if (typeof value === 'string') {
      if (known.size >= MAX_KEPT) {
        isWorthwhile = hits >= MAX_KEPT;
        hits = 0;
        known.clear();
      }
      known.set(text, value);
    }
    return value;
  };
}
