import { OptionError } from '../option-error';
import { isColumnMarkers } from './column-names';
import type { CsvOptions } from './csv-options';

/** Options that say the same thing in two ways, or two things that cannot both be true. */
const CONTRADICTIONS: readonly (readonly [keyof CsvOptions, keyof CsvOptions, string])[] = [
  ['columns', 'header_row', 'columns is for a file without a header; give one of the two.'],
  ['header_row', 'start_marker', 'Both say where the header is; give one of the two.'],
  ['skip_footer', 'footer_prefix', 'Both say where the records end; give one of the two.'],
  ['skip_footer', 'end_marker', 'Both say where the records end; give one of the two.'],
];

/** Texts that are compared with the lines of the file. */
const LINE_TEXTS = ['footer_prefix', 'comment', 'start_marker', 'end_marker'] as const;

/** Characters that are no delimiter: those of line ends, and those that no text may have. */
const NO_DELIMITER = new Set(['\n', '\r', '\0', '\ufeff', '\ufffd']);

/**
 * Checks what one option says against the others; each by itself has the right type already. Throws an `OptionError` with the
 * pointer of the option.
 */
export function checkCsvOptions(options: CsvOptions): void {
  checkDelimiter(options);
  for (const [one, other, why] of CONTRADICTIONS) {
    if (isGiven(options[one]) && isGiven(options[other]))
      throw refused(one, `${one} contradicts ${other}. ${why}`);
  }
  if (options.escape === '\\' && options.quote === null) {
    throw refused('escape', 'escape is for quoted cells, but quote is null. Leave escape out.');
  }
  if (options.lenient_quotes === true && options.quote === null) {
    throw refused('lenient_quotes', 'With quote null no quote is misplaced. Leave lenient_quotes out.');
  }
  for (const name of LINE_TEXTS) checkLineText(name, options[name]);
  checkColumns(options);
}

function checkDelimiter({ delimiter, quote, escape, trim }: CsvOptions): void {
  if (!isGiven(delimiter)) return;
  if (delimiter.length !== 1 || /[\ud800-\udfff]/.test(delimiter) || NO_DELIMITER.has(delimiter)) {
    throw refused(
      'delimiter',
      'delimiter is one character of the Basic Multilingual Plane, such as "," or "\\t", and no line end.',
    );
  }
  if (delimiter === (quote === undefined ? '"' : quote)) {
    throw refused('delimiter', 'delimiter and quote are the same character. Give another quote, or null.');
  }
  if (delimiter === '\\' && escape === '\\') {
    throw refused('delimiter', 'delimiter and escape are the same character. Leave escape out.');
  }
  if (delimiter === ' ' && trim === true) {
    throw refused('trim', 'trim removes blanks, but the delimiter is a blank. Leave trim out.');
  }
}

function checkLineText(name: (typeof LINE_TEXTS)[number], text: string | undefined): void {
  if (!isGiven(text)) return;
  if (text.trim() === '') throw refused(name, `${name} is empty. Give the text, or leave it out.`);
  if (/[\r\n]/.test(text)) throw refused(name, `${name} is the text of one line; remove its line end.`);
}

function checkColumns({ columns, row_prefix_columns, start_marker }: CsvOptions): void {
  if (isGiven(columns)) {
    if (!isColumnMarkers(columns)) checkNames('columns', columns);
    else {
      checkMarker('start_marker', columns.start_marker);
      checkMarker('end_marker', columns.end_marker);
      if (!isGiven(start_marker)) {
        throw refused(
          'columns',
          'A list of names between two markers needs start_marker, the line in front of the first record.',
        );
      }
    }
  }
  if (isGiven(row_prefix_columns)) checkNames('row_prefix_columns', row_prefix_columns);
}

function checkMarker(name: string, text: string): void {
  if (text.trim() !== '' && !/[\r\n]/.test(text)) return;
  throw new OptionError(`/csv_options/columns/${name}`, `${name} is the text of one line, and not empty.`);
}

function checkNames(option: 'columns' | 'row_prefix_columns', names: readonly string[]): void {
  const found = names.findIndex((name) => /[\0\r\n]/.test(name));
  if (found < 0) return;
  throw new OptionError(`/csv_options/${option}/${found}`, 'A name of a column has no line end and no NUL.');
}

/** The form may give null for an option that it leaves out. */
const isGiven = <Value>(value: Value): value is NonNullable<Value> => value !== undefined && value !== null;

const refused = (option: keyof CsvOptions, message: string): OptionError =>
  new OptionError(`/csv_options/${option}`, message);
