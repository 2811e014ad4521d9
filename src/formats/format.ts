/** File formats that Almagest reads and writes. */
export const FILE_FORMATS = ['csv', 'json', 'ndjson'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Bounds on what one file may hold; past them the file or the record is refused, never cut. */
export interface FormatLimits {
  /** Longest record in bytes, its delimiters included. */
  recordBytes: number;
  /** Most columns of a CSV record, header included. */
  columns: number;
  /** Deepest nesting of one JSON record. */
  depth: number;
  /** Most values of one JSON record, those within each other included. */
  values: number;
  /** Most data rows of a file. */
  rows: number;
  /** A batch is closed at the first record boundary after so many bytes. */
  batchBytes: number;
  /** And after so many records, for each of the smallest weighs far more once it is parsed. */
  batchRows: number;
}

export const DEFAULT_LIMITS: FormatLimits = {
  recordBytes: 1_048_576,
  columns: 1_000,
  depth: 32,
  values: 100_000,
  rows: 5_000_000,
  batchBytes: 1_048_576,
  batchRows: 8_000,
};
