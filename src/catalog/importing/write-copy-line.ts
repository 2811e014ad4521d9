const SPECIAL = /[\\\t\n\r]/;
const SPECIALS = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One line of Postgres' COPY text format; null is `\N`. */
export function writeCopyLine(values: readonly (string | number | null)[]): string {
  let line = '';
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (at > 0) line += '\t';
    if (value === null || value === undefined) line += '\\N';
    else if (typeof value === 'number') line += value;
    else line += SPECIAL.test(value) ? value.replace(SPECIALS, (found) => ESCAPES[found] ?? found) : value;
  }
  return line + '\n';
}
