/** The delimiters that are detected, by their names in messages. A comma comes first: it is what most files have. */
export const DETECTED_DELIMITERS = [',', ';', '\t', '|'] as const;

const NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
  ' ': 'blank',
};

/** The delimiter in words: `comma`, or the character itself in quotes. */
export const nameOfDelimiter = (delimiter: string): string => NAMES[delimiter] ?? `"${delimiter}"`;

/** Several of a delimiter that is detected: `commas`; another character in quotes. */
export const delimitersInWords = (delimiter: string): string =>
  DETECTED_DELIMITERS.some((one) => one === delimiter) ? `${nameOfDelimiter(delimiter)}s` : `"${delimiter}"`;

/** The delimiter as it is written in `csv_options`. */
export const shownDelimiter = (delimiter: string): string => JSON.stringify(delimiter);
