import { type ParsedRecord, type RawBatch, recordText, type RecordIssue } from '../batch';
import type { FileLayout } from '../file-layout';
import type { FormatLimits } from '../format';
import { ParserOptions } from '@fast-csv/parse';
import { Parser } from '@fast-csv/parse/build/src/parser';

const NUL = '\0';

/** Parses each record by itself: a malformed record does not affect the others. */
export function parseCsvBatch(batch: RawBatch, limits: FormatLimits, _layout: FileLayout): ParsedRecord[] {
  const mayContainNul = batch.bytes.includes(0);
  return batch.lines.map((line, index): ParsedRecord => {
    const row = batch.firstRow + index;
    const raw = recordText(batch, index);
    if (mayContainNul && raw.includes(NUL)) {
      const message = 'The record contains a NUL character (byte 0x00), which cannot be stored; remove it.';
      return { row, line, issue: { code: 'nul_character', message }, raw };
    }
    const cells = cutRecord(raw, limits.columns);
    return Array.isArray(cells) ? { row, line, cells } : { row, line, issue: cells, raw };
  });
}

const QUOTE = '"';
const COMMA = ',';

/**
 * The cells of one CSV record (strict RFC 4180, without its line end), exactly as given: no blank is trimmed. Returns an
 * issue for a misplaced quote (`quote_malformed`) and for more than `columns` cells (`column_count`).
 */
export function cutRecord(record: string, columns: number): string[] | RecordIssue {
  if (!record.includes(QUOTE)) {
    const cells = record.split(COMMA, columns + 1);
    return cells.length > columns ? tooManyCells(columns) : cells;
  }
  const cells: string[] = [];
  /** Indexes of the cells with doubled quotes, and their text with its quotes. */
  const indexes: number[] = [];
  const doubled: string[] = [];
  for (let at = 0; ; at++) {
    const start = at;
    if (record[at] === QUOTE) {
      const close = closingQuote(record, at + 1);
      if (close < 0) return malformed(start, 'the quoted cell that starts here is not closed');
      const cell = record.slice(start + 1, close);
      if (cell.includes(QUOTE)) {
        indexes.push(cells.length);
        doubled.push(record.slice(start, close + 1));
      }
      cells.push(cell);
      at = close + 1;
      if (at < record.length && record[at] !== COMMA) {
        return malformed(at, 'a comma is expected after the closing quote');
      }
    } else {
      const comma = record.indexOf(COMMA, at);
      at = comma < 0 ? record.length : comma;
      const cell = record.slice(start, at);
      const stray = cell.indexOf(QUOTE);
      if (stray >= 0)
        return malformed(start + stray, 'a quote is inside a cell that does not begin with one');
      cells.push(cell);
    }
    if (cells.length > columns) return tooManyCells(columns);
    if (at === record.length) break;
  }
  // All other cells are exact already, and cutting them is many times as fast.
  if (doubled.length > 0) {
    for (const [index, content] of unquoteCells(doubled).entries()) cells[indexes[index] ?? 0] = content;
  }
  return cells;
}

/** Position of the quote that closes the cell whose content starts at `from`; -1 when there is none. */
function closingQuote(record: string, from: number): number {
  let at = record.indexOf(QUOTE, from);
  while (at >= 0 && record[at + 1] === QUOTE) at = record.indexOf(QUOTE, at + 2);
  return at;
}

const QUOTING_ADVICE = 'Put the whole cell into quotes and write each quote inside it twice: "3.5"" disk".';

const malformed = (at: number, what: string): RecordIssue => ({
  code: 'quote_malformed',
  message: `Character ${at + 1} of the record: ${what}. ${QUOTING_ADVICE}`,
});

const tooManyCells = (columns: number): RecordIssue => ({
  code: 'column_count',
  message: `The record has more than ${columns.toLocaleString('en')} cells, which is the maximum.`,
});

/**
 * The parser that fast-csv's stream uses. It is synchronous, and has no pause after each hundred rows as the stream has.
 * Rows are arrays: as objects they would lose columns like `__proto__`.
 */
const parser = new Parser(new ParserOptions({ headers: false }));

/** The parser reads one character at a time: more than so many characters would block the event loop. */
const MAX_PARSED_LENGTH = 4_096;

/**
 * The contents of well-formed quoted cells. Only these are left to fast-csv, which reads them exactly: from unquoted ones it
 * drops blanks, and byte order marks at the start of a record, and it takes a lone CR for a line end.
 */
export function unquoteCells(cells: readonly string[]): string[] {
  const record = cells.join(',');
  if (record.length > MAX_PARSED_LENGTH) return cells.map((cell) => cell.slice(1, -1).split('""').join('"'));
  const { rows } = parser.parse(record, false);
  const [contents] = rows;
  if (rows.length !== 1 || contents?.length !== cells.length) {
    throw new Error(`${cells.length} quoted cells were read as ${rows.length} records.`);
  }
  return contents;
}
