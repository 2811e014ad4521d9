import type { RawBatch } from '../batch';
import { FileError } from '../file-error';
import type { FormatLimits } from '../format';
import { checkHeader } from './check-header';
import { parseCsvBatch } from './parse-csv-batch';

/**
 * The column names of a CSV file from its first batch. Throws a `FileError`: what cannot be parsed (`quote_malformed`,
 * `nul_character`) and what `checkHeader` refuses, at the line where the header stands.
 */
export function readHeader(batch: RawBatch, limits: FormatLimits): string[] {
  const [header] = parseCsvBatch(batch, limits);
  if (header?.row !== 0) throw new Error('The first batch of a CSV file holds its header.');
  if ('issue' in header) {
    throw new FileError(header.issue.code, `The header cannot be read. ${header.issue.message}`, header.line);
  }
  if (!('cells' in header)) throw new Error('The header of a CSV file has cells.');
  checkHeader(header.cells, header.line);
  return header.cells;
}
