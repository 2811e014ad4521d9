import { shownText } from './shown-text';

/** File formats that Almagest reads and writes. */
export const FILE_FORMATS = ['csv', 'json', 'ndjson'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The media type of each format. */
export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
};

/** `Content-Type` of a file. */
export const contentTypeOf = (format: FileFormat, encoding = 'utf-8'): string =>
  `${MEDIA_TYPES[format]}; charset=${encoding}`;

/** Limits of one file. Beyond them the file or the record is refused, never cut. */
export interface FormatLimits {
  /** Maximum bytes of a record, its delimiters included. */
  recordBytes: number;
  /** Maximum columns of a CSV record, the header included. */
  columns: number;
  /** Maximum nesting of one JSON record. */
  depth: number;
  /** Maximum values of one JSON record, nested ones included. */
  values: number;
  /** Maximum data rows of a file. */
  rows: number;
  /** A batch ends at the first end of a record after so many bytes, */
  batchBytes: number;
  /** or after so many records: the parsed form of a small record is much larger than its bytes. */
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

/** An error of the file as a whole: reading stops here. `code` is stable and listed in the docs. */
export class FileError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Physical line of the error, from 1; null when it has none. */
    readonly line: number | null = null,
  ) {
    super(shownText(message));
  }
}
