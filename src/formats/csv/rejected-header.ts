import { DEFAULT_LIMITS, FileError } from '../format';
import { isReportColumn } from '../report-columns';
import { givenColumns } from './column-names';
import type { CsvOptions } from './csv-options';
import { DETECTED_DELIMITERS } from './delimiter-names';
import { headBatches } from './head-batches';
import { parseCsvBatch } from './parse-csv-batch';

/**
 * The options of a file of rejected rows. Where `columns` name the columns of files without a header, its first line has
 * these names and the columns of the report behind them: then it is a header, and these are the options without `columns`,
 * with the delimiter of that line. Null for every other file.
 */
export function withRejectedHeader(
  options: CsvOptions,
  head: Uint8Array,
  isWhole: boolean,
): CsvOptions | null {
  const names = givenColumns(options);
  if (names === null) return null;
  const others: CsvOptions = Object.fromEntries(
    Object.entries(options).filter(([name]) => name !== 'columns'),
  );
  const delimiters = options.delimiter === undefined ? DETECTED_DELIMITERS : [options.delimiter];
  const found = delimiters.find((delimiter) => {
    const header = firstCells({ ...others, delimiter }, head, isWhole);
    const added = header.slice(names.length);
    return added.length > 0 && added.every(isReportColumn) && names.every((name, at) => name === header[at]);
  });
  return found === undefined ? null : { ...others, delimiter: found };
}

function firstCells(csv: CsvOptions, head: Uint8Array, isWhole: boolean): readonly string[] {
  try {
    for (const batch of headBatches(head, csv, isWhole)) {
      const [first] = parseCsvBatch(batch, DEFAULT_LIMITS, { csv, json: {} });
      return first !== undefined && 'cells' in first ? first.cells : [];
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error; // what is wrong with the file is found when it is read
  }
  return [];
}
