import type { FileFormat } from './format';
import type { JsonObject } from './json/json-value';

/** Whole raw records as the file has them. A batch can be parsed by itself, in any thread. */
export interface RawBatch {
  format: FileFormat;
  /** Number of the first record. CSV: the header is row 0 and comes alone, in the first batch; data rows start at 1. */
  firstRow: number;
  /** The records' bytes, valid UTF-8. */
  bytes: Buffer;
  /**
   * Start and end of each record within `bytes`, flat: start₀, end₀, start₁, end₁, … Line ends and commas between records
   * are excluded.
   */
  bounds: number[];
  /** Physical line (from 1) at which each record starts. */
  lines: number[];
  /** Offset in the file just after the batch. */
  endOffset: number;
}

/** A record of empty cells, or of what some programs put at the end of a file: it counts as a row, and nothing is read. */
export interface SkippedRecord {
  row: number;
  line: number;
  skip: true;
}

/** What was parsed: a record, or one to be skipped. */
export type ParsedRecord = DataRecord | SkippedRecord;

/** A parsed record: CSV cells, a JSON object, or the issue because of which it could not be parsed. */
export type DataRecord =
  | { row: number; line: number; cells: string[] }
  | { row: number; line: number; object: JsonObject }
  | { row: number; line: number; issue: RecordIssue; raw: string };

/** Why one record could not be parsed. The other records of the file are not affected. */
export interface RecordIssue {
  /** A stable code, such as `quote_malformed`, `nul_character`, `row_not_object` or `duplicate_key`. */
  code: string;
  message: string;
}

/** The text of the record at `index` of the batch, exactly as the file has it: a batch is valid UTF-8. */
export function recordText(batch: RawBatch, index: number): string {
  return batch.bytes.toString('utf8', batch.bounds[2 * index], batch.bounds[2 * index + 1]);
}

export const isDataRecord = (record: ParsedRecord): record is DataRecord => !('skip' in record);
