import type { ParsedRecord } from '../../formats/batch';
import type { FailedRow } from './failed-rows';

/** A record as it stands in the uploaded file, and why it was rejected. */
export interface RejectedRecord {
  readonly record: ParsedRecord;
  /** The bytes of the record, as text. */
  readonly raw: string;
  readonly failed: FailedRow;
}
