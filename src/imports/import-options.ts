import type { OptionsByField } from '../catalog/binding/field-options';
import type { UnpivotOptions } from '../catalog/binding/unpivot-options';
import type { Compression } from '../formats/compression';
import type { CsvOptions } from '../formats/csv/csv-options';
import type { FileLayout } from '../formats/file-layout';
import type { JsonOptions } from '../formats/json/json-options';

/**
 * How the file of an import is read, beside its format, mapping and defaults (docs/contract.md 2.6). The names are those of
 * the form. The job stores this document as it is resolved: what was detected is in it, and a profile that changes later
 * alters nothing. What is left out has its default.
 */
export interface ImportOptions {
  readonly csv_options?: CsvOptions;
  readonly json_options?: JsonOptions;
  readonly field_options?: OptionsByField;
  /** Reference field → field of the referenced resource by which it is looked up. */
  readonly match?: Readonly<Record<string, string>>;
  readonly unpivot?: UnpivotOptions;
  readonly on_duplicate?: (typeof ON_DUPLICATE)[number];
  readonly unknown_columns?: (typeof UNKNOWN_COLUMNS)[number];
  /** What happens with an archived record that a row matches. */
  readonly archived?: (typeof ARCHIVED)[number];
  /** Under `abort`: how many rows may fail and are left out; a number or a percentage such as `2%`. */
  readonly max_errors?: string;
  readonly warnings_as_errors?: boolean;
  /** The columns that the file must have, in any order. */
  readonly expect_columns?: readonly string[];
  /** Detected from the first bytes. */
  readonly compression?: Compression;
  /** The file inside a zip archive. */
  readonly member?: string;
  /** Identifier of the import profile. */
  readonly profile?: string;
}

export const ON_DUPLICATE = ['error', 'identical', 'first', 'last'] as const;
export const UNKNOWN_COLUMNS = ['ignore', 'error'] as const;
export const ARCHIVED = ['restore', 'keep'] as const;

/** How the records of the file are written. */
export const fileLayoutOf = ({
  csv_options: csv = {},
  json_options: json = {},
}: ImportOptions): FileLayout => ({
  csv,
  json,
});

/** The options of a job as clients see them, where the request gave none. */
export const DEFAULT_OPTIONS = {
  csv_options: {},
  json_options: {},
  field_options: {},
  match: {},
  unpivot: null,
  on_duplicate: 'error',
  unknown_columns: 'ignore',
  archived: 'restore',
  max_errors: null,
  warnings_as_errors: false,
  expect_columns: null,
  compression: null,
  member: null,
  profile: null,
} as const;
