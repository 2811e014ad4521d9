/** Names that are compared by edits, and their characters: a workspace may have hundreds of thousands of fields. */
const MAX_COMPARED = 2_000;
const MAX_LENGTH = 64;
/** In a shorter name one edit makes another word. */
const MIN_LENGTH = 4;

/** Finds the name that a misspelt one is likely meant to be, at a bounded cost for each. */
export class NearNames {
  private readonly byForm = new Map<string, string>();

  constructor(names: Iterable<string>) {
    for (const name of names) if (!this.byForm.has(formOf(name))) this.byForm.set(formOf(name), name);
  }

  /** The name that is equal to `given` but for case, blanks and punctuation, else one that is one edit away; else null. */
  find(given: string): string | null {
    const form = formOf(given);
    if (form === '') return null;
    const same = this.byForm.get(form);
    if (same !== undefined) return same;
    if (form.length < MIN_LENGTH || form.length > MAX_LENGTH) return null;
    let compared = 0;
    for (const [other, name] of this.byForm) {
      if (compared++ >= MAX_COMPARED) return null;
      if (other.length >= MIN_LENGTH && isOneEdit(form, other)) return name;
    }
    return null;
  }
}

const PUNCTUATION = /[\s_\-./\\()[\]{}<>"'#:,;*]+/g;

/** Letters and digits, in lower case. */
const formOf = (name: string): string =>
  name
    .slice(0, 4 * MAX_LENGTH)
    .toLowerCase()
    .replace(PUNCTUATION, '');

/** One character more, less or other, or two neighbours swapped. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const rest = (text: string, skipped: number): string => text.slice(start + skipped);
  if (a.length > b.length) return rest(a, 1) === rest(b, 0);
  if (a.length < b.length) return rest(a, 0) === rest(b, 1);
  if (rest(a, 1) === rest(b, 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2);
}
