import type { ParsedRecord, RawBatch } from '../batch';
import { DEFAULT_LIMITS, FileError } from '../format';
import { readHeader } from './csv-header';
import type { CsvOptions } from './csv-options';
import { DETECTED_DELIMITERS, nameOfDelimiter, shownDelimiter } from './delimiter-names';
import { headBatches, SAMPLE_ROWS } from './head-batches';
import { parseCsvBatch } from './parse-csv-batch';

/** The first records of a file, read with one delimiter. */
interface Sample {
  readonly delimiter: string;
  /** Number of cells of the header, or of the names that the options give; 0 when there is none. */
  readonly columns: number;
  readonly line: number;
  readonly rows: readonly Row[];
}

/** Number of cells of a record, and how many are left without the empty ones at its end; both 0 when it is malformed. */
interface Row {
  readonly cells: number;
  readonly filled: number;
}

/**
 * The delimiter of a file: comma, semicolon, tab or vertical bar. The file is cut by each of them as it would be read, quotes
 * included. One fits when it cuts the header and the records into the same number of cells. Throws a `FileError`
 * `delimiter_ambiguous` when several fit. Without any, the file has one column and the delimiter is a comma.
 */
export function detectDelimiter(head: Uint8Array, options: CsvOptions, isWhole: boolean): string {
  const samples = DETECTED_DELIMITERS.map((delimiter) =>
    readSample(head, { ...options, delimiter }, isWhole),
  );
  const isHeaderRead = options.columns === undefined;
  const cutting = isHeaderRead ? samples.filter(({ columns }) => columns > 1) : samples;
  if (isHeaderRead && cutting.length <= 1) return cutting[0]?.delimiter ?? ',';
  const prefix = options.row_prefix_columns?.length ?? 0;
  const share = (sample: Sample): number =>
    shareOfFitting(sample, sample.columns + prefix, options.ragged === 'pad');
  const all = cutting.filter((sample) => share(sample) === 1);
  const most = cutting.filter((sample) => share(sample) > 0.5);
  const some = cutting.filter((sample) => share(sample) > 0);
  const regular = isHeaderRead ? [] : cutting.filter(isRegular);
  const fitting =
    [all, most, some, regular].find((found) => found.length > 0) ?? (isHeaderRead ? cutting : []);
  const [first, ...others] = fitting;
  if (first === undefined || isSingle(first, prefix)) return ',';
  if (others.length === 0) return first.delimiter;
  throw ambiguous(fitting);
}

/** With one column alone every delimiter fits that the file does not have. */
const isSingle = ({ columns }: Sample, prefix: number): boolean => columns + prefix === 1;

function shareOfFitting({ rows }: Sample, expected: number, padded: boolean): number {
  const fits = ({ cells, filled }: Row): boolean =>
    padded ? filled <= expected && (cells > 1 || expected === 1) : cells >= expected && filled <= expected;
  return rows.length === 0 ? 0 : rows.filter(fits).length / rows.length;
}

/** Each record has the same number of cells, and more than one. */
const isRegular = ({ rows }: Sample): boolean =>
  rows.length > 0 && rows.every(({ cells }) => cells > 1 && cells === rows[0]?.cells);

function readSample(head: Uint8Array, options: CsvOptions & { delimiter: string }, isWhole: boolean): Sample {
  const layout = { csv: options, json: {} };
  const rows: Row[] = [];
  let columns = 0;
  let line = 1;
  try {
    for (const batch of headBatches(head, options, isWhole)) {
      if (batch.firstRow === 0) {
        columns = columnsOf(batch, options);
        line = batch.lines[0] ?? 1;
      } else rows.push(...parseCsvBatch(batch, DEFAULT_LIMITS, layout).flatMap(rowOf));
      if (rows.length >= SAMPLE_ROWS) break;
    }
  } catch (error) {
    // The file is read once more for its import, and then what is wrong with it is reported.
    if (!(error instanceof FileError) || error.code === 'unexpected_header') throw error;
  }
  return { delimiter: options.delimiter, columns, line, rows };
}

/** A header that would be refused is still cut: by its number of cells. */
function columnsOf(batch: RawBatch, csv: CsvOptions): number {
  const layout = { csv, json: {} };
  if (csv.columns !== undefined) {
    return readHeader(batch, DEFAULT_LIMITS, { csv: { ...csv, row_prefix_columns: [] }, json: {} }).length;
  }
  const [header] = parseCsvBatch(batch, DEFAULT_LIMITS, layout);
  return header !== undefined && 'cells' in header ? header.cells.length : 0;
}

function rowOf(record: ParsedRecord): Row[] {
  if ('skip' in record) return [];
  if (!('cells' in record)) return [{ cells: 0, filled: 0 }];
  const { cells } = record;
  return [{ cells: cells.length, filled: cells.findLastIndex((cell) => cell !== '') + 1 }];
}

function ambiguous(fitting: readonly Sample[]): FileError {
  const list = fitting.map(
    ({ delimiter, columns }) =>
      `${shownDelimiter(delimiter)} (${nameOfDelimiter(delimiter)}, ${columns} columns)`,
  );
  const [first] = fitting;
  return new FileError(
    'delimiter_ambiguous',
    `Several delimiters fit the file: ${list.join(' and ')}. Say which one it is: csv_options {"delimiter": ${shownDelimiter(first?.delimiter ?? ',')}}.`,
    first?.line ?? 1,
  );
}
