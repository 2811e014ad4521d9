import { CliFailure } from './cli-failure';

/**
 * `A=b` pairs as the JSON object that the form takes; undefined for none. Fields have no `=` in their names, columns of a
 * file may: `field` says on which side the field stands.
 */
export function readPairs(
  option: string,
  pairs: readonly string[],
  field: 'left' | 'right',
): string | undefined {
  if (pairs.length === 0) return undefined;
  const read = new Map<string, string>();
  for (const pair of pairs) {
    const at = field === 'left' ? pair.indexOf('=') : pair.lastIndexOf('=');
    if (at < 1) throw new CliFailure(`--${option} takes a pair with "=" between, not "${pair}".`);
    const name = pair.slice(0, at);
    if (read.has(name)) throw new CliFailure(`--${option} names "${name}" twice.`);
    read.set(name, pair.slice(at + 1));
  }
  return JSON.stringify(Object.fromEntries(read));
}
