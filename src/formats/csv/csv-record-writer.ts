import { dialectOf } from './csv-dialect';
import type { CsvOptions } from './csv-options';
import { DETECTED_DELIMITERS } from './delimiter-names';

/** Writes one record with LF at its end. */
export type WriteRecord = (cells: readonly string[]) => string;

/**
 * A writer of records that are read again, cell for cell, with the same options. Every delimiter that may be detected is
 * quoted, so that it is the same one that a file shows. With `quote` null nothing can be quoted: a cell must not have the
 * delimiter or a line end then (`withoutDelimiter`).
 */
export function csvRecordWriter(options: CsvOptions): WriteRecord {
  const { delimiter, quote, escape } = dialectOf(options);
  const { comment } = options;
  if (quote === null) return (cells) => `${cells.join(delimiter)}\n`;
  const special = [...DETECTED_DELIMITERS, delimiter, quote, '\r', '\n'];
  const needsQuotes = (cell: string, index: number): boolean =>
    special.some((character) => cell.includes(character)) ||
    /^[ \t]+$|^\ufeff/.test(cell) ||
    (index === 0 && comment !== undefined && cell.startsWith(comment));
  const quoted = (cell: string): string => {
    const content =
      escape === 'double'
        ? cell.replaceAll(quote, quote + quote)
        : cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
    return quote + content + quote;
  };
  return (cells) => {
    const record = cells.map((cell, index) => (needsQuotes(cell, index) ? quoted(cell) : cell));
    const line = record.join(delimiter);
    return `${line === '' ? quote + quote : line}\n`; // an empty line would not be a record
  };
}

/** A text for a file in which no cell is quoted: line ends and delimiters are blanks, or `_` where the blank delimits. */
export function withoutDelimiter(text: string, options: CsvOptions): string {
  const { delimiter, quote } = dialectOf(options);
  if (quote !== null) return text;
  const blank = delimiter === ' ' ? '_' : ' ';
  return text.replaceAll(/\r\n|\r|\n/g, blank).replaceAll(delimiter, blank);
}
