import type { ParsedRecord } from '../../formats/batch';
import type { FileLayout } from '../../formats/file-layout';
import type { RowErrorDto } from '../import-job.dto';

/** A row that failed, with everything that is wrong with it. */
export interface FailedRow {
  readonly row: number;
  readonly line: number | null;
  readonly errors: RowErrorDto[];
}

/** A record as the uploaded file has it, and why it was rejected. */
export interface RejectedRecord {
  readonly record: ParsedRecord;
  /** The bytes of the record, as text. */
  readonly raw: string;
  readonly failed: FailedRow;
}

/** The beginning of a CSV file: the lines before its header, as it has them, and the names of its columns. */
export interface RejectedHeader {
  readonly before: string;
  readonly header: readonly string[];
}

/** What a file of rejected rows is made of: first the header of a CSV file, then the records that failed. */
export type RejectedPart = RejectedHeader | RejectedRecord;

/** The failed records of an upload, and how it is written. */
export interface RejectedFile {
  readonly layout: FileLayout;
  /** A name of the encoding standard in lower case. */
  readonly encoding: string;
  readonly parts: AsyncIterable<RejectedPart>;
}

/** A NUL is shown as U+2400: as it is, it would have the row refused again though everything else is corrected. */
export const withoutNul = (raw: string): string => raw.replaceAll('\0', '\u2400');
