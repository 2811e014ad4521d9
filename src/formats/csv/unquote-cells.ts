import { ParserOptions } from '@fast-csv/parse';
import { Parser } from '@fast-csv/parse/build/src/parser';

/**
 * The parser behind fast-csv's stream: synchronous, and without the stream's pause after each hundred rows.
 * Arrays only: rows as objects lose columns like `__proto__`.
 */
const parser = new Parser(new ParserOptions({ headers: false }));

/** The parser looks at each character by itself; from so many on that would hold up the event loop. */
const LONG = 4_096;

/**
 * The contents of well-formed quoted cells. Quoted cells are what fast-csv reads exactly; around unquoted ones it drops
 * blanks and byte order marks at the start of a record and takes a lone CR for a line end.
 */
export function unquoteCells(cells: readonly string[]): string[] {
  const record = cells.join(',');
  if (record.length > LONG) return cells.map((cell) => cell.slice(1, -1).split('""').join('"'));
  const { rows } = parser.parse(record, false);
  const [contents] = rows;
  if (rows.length !== 1 || contents?.length !== cells.length) {
    throw new Error(`${cells.length} quoted cells were read as ${rows.length} records.`);
  }
  return contents;
}
