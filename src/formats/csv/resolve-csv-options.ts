import { UTF_8 } from '../encodings/resolve-encoding';
import { FileError } from '../format';
import { checkCsvOptions } from './check-csv-options';
import type { CsvOptions, ResolvedCsvOptions } from './csv-options';
import { shownDelimiter } from './delimiter-names';
import { detectDelimiter } from './detect-delimiter';
import { withRejectedHeader } from './rejected-header';

/**
 * The options of a CSV file with the defaults, and with the delimiter that its first bytes show. `head`: its first bytes as
 * UTF-8, without a byte order mark; `isWhole`: there are no others. Throws an `OptionError` for options that contradict each
 * other, and a `FileError` `delimiter_ambiguous` or `unexpected_header` (docs/contract.md 2.6).
 */
export function resolveCsvOptions(
  options: CsvOptions,
  head: Uint8Array,
  isWhole: boolean,
): ResolvedCsvOptions {
  const given = withoutNulls(options);
  checkCsvOptions(given);
  const separatorLine = readSeparatorLine(head, given);
  const { quote = '"', escape = 'double', encoding = UTF_8 } = given;
  const known: CsvOptions = {
    ...(withRejectedHeader(given, head, isWhole) ?? given),
    ...separatorLine,
    quote,
    escape,
    encoding,
  };
  const delimiter = known.delimiter ?? detectDelimiter(head, known, isWhole);
  return { ...known, delimiter, quote, escape, encoding };
}

/** The form may give null for what it leaves out; only a quote may be null. */
function withoutNulls(options: CsvOptions): CsvOptions {
  const entries = Object.entries(options).filter(([name, value]) => value !== null || name === 'quote');
  return Object.fromEntries(entries);
}

/** A first line by which spreadsheets know the delimiter. */
const SEPARATOR_LINE = /^sep=([^\r\n])\r?\n/i;

/** What a `sep=` line says, unless the options say where the header is. Throws a `FileError` for a contradiction. */
function readSeparatorLine(head: Uint8Array, options: CsvOptions): CsvOptions {
  const { header_row, columns, start_marker, delimiter } = options;
  const found = SEPARATOR_LINE.exec(Buffer.from(head.subarray(0, 16)).toString('utf8'))?.[1];
  if (
    found === undefined ||
    header_row !== undefined ||
    columns !== undefined ||
    start_marker !== undefined
  ) {
    return {};
  }
  if (delimiter === undefined || delimiter === found) return { delimiter: found, header_row: 2 };
  throw new FileError(
    'delimiter_unsupported',
    `The first line of the file says that the delimiter is ${shownDelimiter(found)}, csv_options says ${shownDelimiter(delimiter)}. Leave csv_options.delimiter out, or give header_row 2 with it.`,
    1,
  );
}
