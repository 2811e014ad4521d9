/** Values as they are in the file, by key. */
export type RawObject = Map<string, string>;

/**
 * The first objects of a JSON array or of NDJSON for people to look at. Values keep their text, so that no number is
 * rounded on the way to the screen. It stops at the first thing that is not whole: the slice may end anywhere, and what
 * is wrong is for the server to say.
 */
export function readJsonHead(text: string, most: number): RawObject[] {
  const objects: RawObject[] = [];
  let at = skip(text, 0, /[\s[]/);
  while (objects.length < most && text[at] === '{') {
    const read = readObject(text, at);
    if (read === null) break;
    objects.push(read.object);
    at = skip(text, read.end, /[\s,]/);
  }
  return objects;
}

function skip(text: string, from: number, over: RegExp): number {
  let at = from;
  while (at < text.length && over.test(text[at] ?? '')) at++;
  return at;
}

function readObject(text: string, from: number): { object: RawObject; end: number } | null {
  const object: RawObject = new Map();
  let at = skip(text, from + 1, /\s/);
  while (text[at] === '"') {
    const keyEnd = endOfString(text, at);
    if (keyEnd < 0) return null;
    const colon = skip(text, keyEnd, /\s/);
    const valueAt = skip(text, colon + 1, /\s/);
    const valueEnd = endOfValue(text, valueAt);
    if (text[colon] !== ':' || valueEnd < 0) return null;
    object.set(plainText(text.slice(at, keyEnd)), plainText(text.slice(valueAt, valueEnd).trimEnd()));
    at = skip(text, valueEnd, /[\s,]/);
  }
  return text[at] === '}' ? { object, end: at + 1 } : null;
}

/** A string without its quotes; anything else as it is written; null as nothing. */
function plainText(raw: string): string {
  if (raw === 'null') return '';
  if (!raw.startsWith('"')) return raw;
  try {
    return String(JSON.parse(raw));
  } catch {
    return raw; // an invalid escape: the server reports it
  }
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return -1;
}

/** Position after a value, at the comma or bracket that follows it; -1 when the text ends before. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '"') {
      const end = endOfString(text, at);
      if (end < 0) return -1;
      at = end - 1;
    } else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') {
      if (depth === 0) return at;
      depth--;
    } else if (sign === ',' && depth === 0) return at;
  }
  return -1;
}
