/**
 * Texts that vendors write where they have no value. They are taken for null only in a column whose other values are all
 * of a strict kind (numbers, dates, booleans): the ticker NA is a text among texts.
 */
const NULL_TEXTS: readonly string[] = [
  'NA',
  'N/A',
  'n/a',
  'na',
  '#N/A',
  '#N/A N/A',
  'N.A.',
  'N.S.',
  'N.D.',
  'NaN',
  'nan',
  'NAN',
  'null',
  'NULL',
  'Null',
  'None',
  'none',
  'NONE',
  '(null)',
  '\\N',
  'NaT',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '..',
  '?',
  '*',
  'ND',
];

const KNOWN = new Set(NULL_TEXTS);

/** True for a text that may mean null. */
export const mayMeanNull = (text: string): boolean => KNOWN.has(text);
