/** A JSON value of which the end may be missing. Numbers, booleans and null are texts as the file has them. */
export type PartialJson =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, PartialJson> }
  | { readonly kind: 'array'; readonly items: readonly PartialJson[] }
  | { readonly kind: 'string' | 'literal'; readonly text: string };

/** Bounds of what is read: only the layout is detected from it. */
const MAX_DEPTH = 32;
const MAX_VALUES = 50_000;
const LITERAL = /[-+.\w]*/y;

/**
 * Reads the beginning of a JSON text as far as it is there and correct. Returns null when there is no value at its start.
 * What is deeper than 32 levels, or behind 50,000 values, is left out.
 */
export function readPartialJson(text: string): PartialJson | null {
  return new PartialReader(text).value(0);
}

class PartialReader {
  private at = 0;
  private values = 0;
  /** The text ended or is not JSON: nothing behind is read. */
  private stopped = false;

  constructor(private readonly text: string) {}

  value(depth: number): PartialJson | null {
    this.skipBlanks();
    if (depth > MAX_DEPTH || this.values++ > MAX_VALUES) return this.stop();
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"': {
        const text = this.string();
        return text === null ? null : { kind: 'string', text };
      }
      default:
        return this.literal();
    }
  }

  private object(depth: number): PartialJson {
    const members = new Map<string, PartialJson>();
    this.at++;
    for (;;) {
      if (this.ends('}')) break;
      const key = this.text[this.at] === '"' ? this.string() : this.stop();
      if (key === null || !this.takes(':')) break;
      const member = this.value(depth + 1);
      if (member !== null) members.set(key, member);
      if (this.stopped || !this.separates('}')) break;
    }
    return { kind: 'object', members };
  }

  private array(depth: number): PartialJson {
    const items: PartialJson[] = [];
    this.at++;
    for (;;) {
      if (this.ends(']')) break;
      const item = this.value(depth + 1);
      if (item !== null) items.push(item);
      if (this.stopped || !this.separates(']')) break;
    }
    return { kind: 'array', items };
  }

  private string(): string | null {
    const start = this.at;
    let end = this.text.indexOf('"', start + 1);
    while (end > 0 && this.backslashesBefore(end) % 2 === 1) end = this.text.indexOf('"', end + 1);
    if (end < 0) return this.stop();
    this.at = end + 1;
    const raw = this.text.slice(start + 1, end);
    return raw.includes('\\') ? unescaped(raw) : raw;
  }

  private backslashesBefore(end: number): number {
    let count = 0;
    while (this.text[end - count - 1] === '\\') count++;
    return count;
  }

  private literal(): PartialJson | null {
    LITERAL.lastIndex = this.at;
    const text = LITERAL.exec(this.text)?.[0] ?? '';
    if (text === '' || this.at + text.length === this.text.length) return this.stop();
    this.at += text.length;
    return { kind: 'literal', text };
  }

  /** After a value: true when another one follows, false at the end of its array or object. */
  private separates(close: string): boolean {
    if (this.takes(',')) return true;
    if (this.text[this.at] === close) this.at++;
    else this.stop();
    return false;
  }

  private ends(close: string): boolean {
    this.skipBlanks();
    if (this.text[this.at] !== close) return false;
    this.at++;
    return true;
  }

  private takes(mark: string): boolean {
    this.skipBlanks();
    if (this.text[this.at] !== mark) {
      if (mark === ':') this.stop();
      return false;
    }
    this.at++;
    this.skipBlanks();
    return true;
  }

  private skipBlanks(): void {
    while (BLANKS.has(this.text.charCodeAt(this.at))) this.at++;
  }

  private stop(): null {
    this.stopped = true;
    return null;
  }
}

/** Tab, line feed, carriage return and blank. */
const BLANKS = new Set([9, 10, 13, 32]);

/** The text of a JSON string; what is no JSON string stays as it is. */
function unescaped(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw; // a control character or a wrong escape: the reader of the import refuses it, with its place
  }
}
