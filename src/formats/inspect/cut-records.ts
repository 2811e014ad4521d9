/** How records are cut before their dialect is known. */
export interface TriedDialect {
  readonly delimiter: string;
  readonly quote: string | null;
  readonly escape: 'double' | '\\';
}

/** A record as a tried dialect cuts it. */
export interface TriedRecord {
  /** Physical line at which it starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote is where none may be: inside a cell that has no quotes around it, or behind the end of one that has. */
  readonly hasStrayQuote: boolean;
  /** An import counts it as a record and skips it: blanks, empty cells, or Ctrl-Z alone. */
  readonly isEmpty: boolean;
}

/** Most cells of one record: a hostile line may be nothing but delimiters. */
const MAX_CELLS = 1_001;

/**
 * Cuts a text into at most `limit` records, whatever is wrong with it: this only detects how a file is written, and the
 * readers of an import verify it. As there, lines without a character are left out, and so is what some programs fill the
 * end of a file with. A last record without a line end is one only when `isWhole`.
 */
export function cutRecords(
  text: string,
  dialect: TriedDialect,
  limit: number,
  isWhole: boolean,
): TriedRecord[] {
  const records: TriedRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length && records.length < limit;) {
    const record = cutOne(text, at, dialect, line);
    if (!record.isEnded && !isWhole) break;
    const isPadding = !record.isEnded && PADDING.test(text.slice(at));
    if (!record.isNothing && !isPadding) records.push(record);
    line = record.nextLine;
    at = record.next;
  }
  return records;
}

/** NULs and Ctrl-Z behind the last line end. */
const PADDING = /^[\0\x1a \r]*$/;

interface CutRecord extends TriedRecord {
  readonly next: number;
  readonly nextLine: number;
  /** The line has no character. */
  readonly isNothing: boolean;
  /** A line end follows it. */
  readonly isEnded: boolean;
}

function cutOne(text: string, start: number, dialect: TriedDialect, line: number): CutRecord {
  const { delimiter, quote } = dialect;
  const cells: string[] = [];
  let stray = false;
  let lines = line;
  for (let at = start; ; at++) {
    let cell: string;
    if (quote !== null && text[at] === quote) {
      const end = quotedEnd(text, at + 1, dialect);
      cell = text.slice(at + 1, end);
      lines += countLines(cell);
      at = Math.min(end + 1, text.length);
      const rest = cellEnd(text, at, delimiter);
      stray ||= text.slice(at, rest).trim() !== '';
      at = rest;
    } else {
      const end = cellEnd(text, at, delimiter);
      cell = text.slice(at, end);
      stray ||= quote !== null && cell.includes(quote);
      at = end;
    }
    if (cells.length < MAX_CELLS) cells.push(cell);
    if (text[at] === delimiter) continue;
    const last = cells.length - 1;
    if (cells[last]?.endsWith('\r')) cells[last] = cells[last]?.slice(0, -1) ?? '';
    return {
      line,
      cells,
      hasStrayQuote: stray,
      next: at + 1,
      nextLine: lines + 1,
      isNothing: cells.length === 1 && cells[0] === '' && at - start < 2,
      isEmpty: cells.every((one) => one === '' || one.trim() === '') || CTRL_Z.test(cells.join('')),
      isEnded: at < text.length,
    };
  }
}

const CTRL_Z = /^[\x1a \t]+$/;

/** The delimiter or the line end behind a cell that starts at `from`. */
function cellEnd(text: string, from: number, delimiter: string): number {
  const code = delimiter.charCodeAt(0);
  let at = from;
  for (; at < text.length; at++) {
    const found = text.charCodeAt(at);
    if (found === code || found === LF) break;
  }
  return at;
}

const LF = 10;

function quotedEnd(text: string, from: number, { quote, escape }: TriedDialect): number {
  const mark = quote ?? '';
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at)) {
    if (escape === '\\') {
      if (backslashesBefore(text, at, from) % 2 === 0) return at;
      at++;
    } else if (text[at + 1] !== quote) return at;
    else at += 2;
  }
  return text.length;
}

function backslashesBefore(text: string, at: number, from: number): number {
  let count = 0;
  while (at - count > from && text[at - count - 1] === '\\') count++;
  return count;
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
