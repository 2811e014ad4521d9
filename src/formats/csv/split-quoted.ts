const COMMA = ',';
const QUOTE = '"';

/**
 * Names separated by commas, as `?ids=` has them (docs/contract.md 1.3). A name that has a comma is in quotes, as in CSV,
 * and a quote inside the quotes is doubled. Anything else is taken as it is, with its quotes. Empty names are left out.
 */
export function splitQuoted(text: string): string[] {
  const ids: string[] = [];
  for (let at = 0; at <= text.length;) {
    const quoted = readQuoted(text, at);
    const end = quoted?.end ?? endOfPlain(text, at);
    ids.push(quoted?.id ?? text.slice(at, end));
    at = end + 1;
  }
  return ids.filter((id) => id !== '');
}

const endOfPlain = (text: string, start: number): number => {
  const comma = text.indexOf(COMMA, start);
  return comma < 0 ? text.length : comma;
};

/** The quoted name at `start` and the place after it; null when there is none, or it does not end with the name. */
function readQuoted(text: string, start: number): { id: string; end: number } | null {
  if (text[start] !== QUOTE) return null;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== QUOTE) continue;
    if (text[at + 1] === QUOTE) at++;
    else if (at + 1 === text.length || text[at + 1] === COMMA)
      return { id: text.slice(start + 1, at).replaceAll('""', QUOTE), end: at + 1 };
    else return null;
  }
  return null;
}
