import type { CsvOptions } from './csv-options';

/** A label with its text, or several words: what names a record has neither. */
const SENTENCE = /\p{L}.*[\s:]/u;

/**
 * What to do about a record that has nothing but a sentence in its first cell, such as `File Creation Time: 0130202621:31||`;
 * null for others, and when the options name a trailer.
 */
export function footerAdvice(cells: readonly string[], { footer_prefix }: CsvOptions): string | null {
  const [first = '', ...others] = cells;
  if (footer_prefix !== undefined || cells.length < 3 || !SENTENCE.test(first)) return null;
  if (others.some((cell) => cell !== '')) return null;
  const option = JSON.stringify({ footer_prefix: footerPrefix(first) });
  return `The record has nothing but its first cell. If it is a line after the last record, send csv_options=${option}.`;
}

/** A trailer often ends with a date or a count: the text before the first digit is what stays the same. */
export function footerPrefix(text: string): string {
  const beginning = /^\D{3,40}/.exec(text)?.[0] ?? text.slice(0, 40);
  return beginning.trimEnd();
}
