import type { ParsedRecord, RawBatch } from './batch';
import { parseCsvBatch } from './csv/parse-csv-batch';
import type { FileFormat, FormatLimits } from './format';
import { parseJsonBatch } from './json/parse-json-batch';

const PARSERS: Record<FileFormat, (batch: RawBatch, limits: FormatLimits) => ParsedRecord[]> = {
  csv: parseCsvBatch,
  json: parseJsonBatch,
  ndjson: parseJsonBatch,
};

/**
 * Parses the records of a batch, one for one and in order; one that cannot be parsed carries its flaw and its text.
 * The first batch of a CSV file is the header alone, as the record with row 0.
 */
export function parseBatch(batch: RawBatch, limits: FormatLimits): ParsedRecord[] {
  return PARSERS[batch.format](batch, limits);
}
