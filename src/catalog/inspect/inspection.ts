import type { Compression } from '../../formats/compression';
import type { CsvOptions } from '../../formats/csv/csv-options';
import type { FileFormat } from '../../formats/format';
import type { JsonOptions } from '../../formats/json/json-options';
import type { ColumnEvidence } from './column';
import type { InspectionProblem } from './problem';
import type { Proposal, ProposedType } from './proposal';
import type { SampleRow } from './read-rows';

/** Everything that is known of the content of a file (docs/contract.md 2.8), in the shape of the response. */
export interface ContentInspection extends Omit<Proposal, 'type'> {
  readonly format: FileFormat | null;
  readonly encoding: DetectedEncoding;
  readonly csv_options: CsvOptions | null;
  readonly json_options: JsonOptions | null;
  /** Null for JSON, and when there is none. */
  readonly header: readonly string[] | null;
  readonly rows_inspected: number;
  readonly columns: readonly ColumnEvidence[];
  readonly sample: readonly SampleRow[];
  readonly ignored_columns: readonly string[];
  readonly problems: readonly InspectionProblem[];
  readonly type: DetectedType | null;
}

/** The type of the records, and whether the workspace has it already. */
export interface DetectedType extends ProposedType {
  readonly exists: boolean;
}

/** The encoding of the text. */
export interface DetectedEncoding {
  /** The encoding in which the file is read; null when it is none that is read without being named. */
  readonly label: string | null;
  /** A byte order mark is at its start. */
  readonly bom: boolean;
  /** The encoding that it most likely has, when it is not UTF-8; it is not taken without being named. */
  readonly likely: string | null;
}

/** The same with what is known of the file itself: the whole response. */
export interface FileInspection extends ContentInspection {
  readonly file_name: string | null;
  /** Bytes that were sent. */
  readonly file_size: number;
  /** Everything that was sent was inspected. */
  readonly is_whole: boolean;
  readonly compression: Compression | null;
  /** The file inside a zip archive. */
  readonly member: string | null;
  /** The profile that expects exactly these columns. */
  readonly matching_profile: string | null;
}
