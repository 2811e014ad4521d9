import type { FileFormat } from './format';
import type { JsonObject } from './json/json-value';

/** Whole raw records as they stand in the file, so that a batch can be parsed anywhere, alone. */
export interface RawBatch {
  format: FileFormat;
  /** Number of the first record. CSV: the header is row 0 and comes alone, in the first batch; data rows start at 1. */
  firstRow: number;
  /** The records' bytes, valid UTF-8. */
  bytes: Buffer;
  /** Start and end of each record within `bytes`, flat: start₀, end₀, start₁, end₁, … (line ends and commas between records excluded). */
  spans: number[];
  /** Physical line (from 1) at which each record starts. */
  lines: number[];
  /** CSV: a quote occurs somewhere in the batch. Without one, a record can be cut at its commas exactly. */
  quoted: boolean;
  /** Offset in the file just behind the batch. */
  endOffset: number;
}

/** What a record is once parsed: CSV cells, a JSON object, or the reason why it could not be. */
export type ParsedRecord =
  | { row: number; line: number; cells: string[] }
  | { row: number; line: number; object: JsonObject }
  | { row: number; line: number; issue: RecordIssue; raw: string };

/** Why one record could not be parsed. The rest of the file is not concerned. */
export interface RecordIssue {
  /** A stable code: `quote_malformed`, `nul_character`, `row_not_object`, `duplicate_key`, `invalid_unicode`, `too_deep`, `too_many_values`, `json_syntax` (NDJSON), … */
  code: string;
  message: string;
}
