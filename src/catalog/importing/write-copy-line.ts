const SPECIAL = /[\\\t\n\r]/;
const ESCAPES = [
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
] as const;

/** One line of Postgres' COPY text format; null is `\N`. Joined and not added up: a flat text is a tenth of its pieces. */
export function writeCopyLine(values: readonly (string | number | null)[]): string {
  const pieces = values.map((value) => {
    if (value === null) return '\\N';
    return typeof value === 'number' || !SPECIAL.test(value) ? value : escape(value);
  });
  return `${pieces.join('\t')}\n`;
}

/** By cutting and joining: in a mebibyte of quotes within JSON every second character is a backslash. */
function escape(value: string): string {
  let escaped = value;
  for (const [character, written] of ESCAPES) {
    if (escaped.includes(character)) escaped = escaped.split(character).join(written);
  }
  return escaped;
}
