import type { FieldOptions } from '../../binding/field-options';

/** What is wrong with a value that its kind refuses. */
export interface Fault {
  /** A sentence about this value. */
  readonly what: string;
  /** The options of an import that may read it, each by itself; several when it can mean several things. */
  readonly remedies: readonly FieldOptions[];
}

/** What is wrong with the value, where that is known, and the form that is wanted. */
export const withFault = (fault: Fault | null, form: string): string =>
  fault === null ? form : `${fault.what} ${form}`;

/** Texts that stand for no value, in lower case. */
const NULL_WORDS: ReadonlySet<string> = new Set([
  ...[
    'na',
    'n/a',
    '#n/a',
    'n.a.',
    'n.a',
    'n.s.',
    'n.d.',
    '#n/a n/a',
    '#na',
    '#null!',
    '#value!',
    '#ref!',
    '#div/0!',
  ],
  ...[
    'null',
    '(null)',
    '<null>',
    '\\n',
    'nil',
    'none',
    'nan',
    '-nan',
    'nat',
    'undefined',
    'missing',
    'unknown',
  ],
  ...[
    '-',
    '--',
    '---',
    '.',
    '..',
    '*',
    '?',
    '\u2013',
    '\u2014',
    '0000-00-00',
    '00/00/0000',
    '0000-00-00 00:00:00',
  ],
  ...['inf', '-inf', '+inf', 'infinity', '-infinity', '+infinity'],
]);

const MAX_LENGTH = 30;

/** The fault of a text that stands for no value; null for any other. */
export function nullFault(text: string): Fault | null {
  if (text.length > MAX_LENGTH || !NULL_WORDS.has(text.trim().toLowerCase())) return null;
  return { what: `"${text}" stands for no value.`, remedies: [{ null_values: [text] }] };
}

/** The fault of a text with blanks around it, for kinds that take none; null without such blanks. */
export function blanksFault(text: string): Fault | null {
  const trimmed = text.trim();
  if (trimmed === text) return null;
  const what = trimmed === '' ? 'The value has only blanks.' : 'The value has blanks around it.';
  return { what, remedies: [{ trim: true }] };
}
