import type { CsvOptions } from './csv-options';

/** How cells are separated and quoted: the part of the options that scanning and cutting need, without gaps. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string | null;
  readonly escape: 'double' | '\\';
  /** Blanks around cells are removed, and a quote after blanks opens a cell. */
  readonly trim: boolean;
  /** A quote that neither opens nor closes a cell is a character like any other. */
  readonly lenient: boolean;
}

/** The dialect of a file: that of RFC 4180 where the options do not say otherwise. */
export const dialectOf = ({
  delimiter = ',',
  quote = '"',
  escape = 'double',
  trim = false,
  lenient_quotes: lenient = false,
}: CsvOptions): CsvDialect => ({ delimiter, quote, escape, trim, lenient });

/** True for the blanks that `trim` removes in front of a quote; a delimiter is never a blank. */
export const isBlankIn = ({ delimiter }: CsvDialect, character: string | undefined): boolean =>
  (character === ' ' || character === '\t') && character !== delimiter;
