/**
 * How a CSV file is written, as `csv_options` of an import gives it (docs/contract.md 2.6). What is left out has the
 * default of RFC 4180 with a header in the first line.
 */
export interface CsvOptions {
  /** One character between cells; left out: detected among comma, semicolon, tab and vertical bar. */
  readonly delimiter?: string;
  /** The character around quoted cells; null: no cell is quoted. */
  readonly quote?: '"' | "'" | null;
  /** How a quote inside a quoted cell is written: twice (`double`, the default) or after a backslash. */
  readonly escape?: 'double' | '\\';
  /** A label of the WHATWG encoding standard; left out: UTF-8, or UTF-16 by its byte order mark. */
  readonly encoding?: string;
  /** Physical line of the header, from 1; the lines before it are skipped. */
  readonly header_row?: number;
  /** The names of the columns of a file without a header, or the markers of the lines that list them. */
  readonly columns?: readonly string[] | ColumnMarkers;
  /** Number of lines at the end that are no records. */
  readonly skip_footer?: number;
  /** The file ends at the first line after the header that begins with this text. */
  readonly footer_prefix?: string;
  /** Lines that begin with this text are no records. */
  readonly comment?: string;
  /** The line before the header (or the first record), and the line after the last record. */
  readonly start_marker?: string;
  readonly end_marker?: string;
  /** Names of the technical cells in front of each record, which the header does not have. */
  readonly row_prefix_columns?: readonly string[];
  /** Removes blanks around cells and names of columns. */
  readonly trim?: boolean;
  /** `pad`: missing cells at the end are empty, and surplus empty ones are ignored. */
  readonly ragged?: 'error' | 'pad';
  /** A misplaced quote is a character like any other. */
  readonly lenient_quotes?: boolean;
}

/** The lines between two markers list the names of the columns, one in each line. */
export interface ColumnMarkers {
  readonly start_marker: string;
  readonly end_marker: string;
}

/** The options of one file with the defaults, and with the delimiter and the encoding that were detected. */
export type ResolvedCsvOptions = CsvOptions &
  Required<Pick<CsvOptions, 'delimiter' | 'quote' | 'escape' | 'encoding'>>;
