import type { CsvOptions } from '../csv/csv-options';

/** How a CSV file is written, as far as its first bytes show. */
export interface CsvFound {
  /** The options that an import must be given; without those that are the defaults. */
  readonly options: CsvOptions;
  /** The delimiters that fit alike, when there are several: then nothing else is detected. */
  readonly delimiters: readonly string[];
  /** Names that were made for the columns of a file without a header. */
  readonly madeNames: boolean;
  /** The lines before the header or the records. */
  readonly preamble: readonly string[];
  /** Option → the sentence that it rests on. */
  readonly evidence: readonly { readonly option: string; readonly message: string }[];
}
