import { type ParsedRecord, type RawBatch, recordText } from '../batch';
import type { FileLayout } from '../file-layout';
import type { FormatLimits } from '../format';
import { checkColumnsAreNoHeader } from './column-names';
import { type CsvDialect, dialectOf } from './csv-dialect';
import { cutRecord } from './cut-record';
import { QuotedCells } from './quoted-cells';

const NUL = '\0';
const SPACE = 32;
const NOT_ASCII = 128;
/** The end of a file for old programs, alone in a line. */
const CTRL_Z_LINE = /^[\x1a \t\r]+$/;

/**
 * Parses each record by itself: a malformed record does not affect the others. A row of empty cells or of blanks, and a line
 * of Ctrl-Z, is a `skip`. Throws a `FileError` when `columns` are given and the first line has these names.
 */
export function parseCsvBatch(
  batch: RawBatch,
  { columns: maxColumns }: FormatLimits,
  { csv }: FileLayout,
): ParsedRecord[] {
  const dialect = dialectOf(csv);
  const quoted = new QuotedCells(dialect);
  const mayBeEmpty = emptyBeginnings(dialect);
  const mayContainNul = batch.bytes.includes(0);
  const records = batch.lines.map((line, index): ParsedRecord => {
    const row = batch.firstRow + index;
    const raw = recordText(batch, index);
    if (mayContainNul && raw.includes(NUL)) {
      const message = 'The record contains a NUL character (byte 0x00), which cannot be stored; remove it.';
      return { row, line, issue: { code: 'nul_character', message }, raw };
    }
    const cells = cutRecord(raw, maxColumns, dialect, quoted);
    if (!Array.isArray(cells)) return { row, line, issue: cells, raw };
    if (row > 0 && mayBeEmpty(raw.charCodeAt(0)) && (isEmpty(cells) || CTRL_Z_LINE.test(raw))) {
      return { row, line, skip: true };
    }
    return { row, line, cells };
  });
  quoted.flush();
  if (dialect.trim) for (const record of records) if ('cells' in record) trimAll(record.cells);
  if (batch.firstRow === 1) checkColumnsAreNoHeader(records[0], csv);
  return records;
}

/** Whether a row of nothing may begin with a character, by its code: most rows are known to have something at once. */
function emptyBeginnings({ delimiter, quote }: CsvDialect): (code: number) => boolean {
  const [delimiterCode, quoteCode] = [delimiter.charCodeAt(0), quote?.charCodeAt(0)];
  return (code) => !(code > SPACE && code < NOT_ASCII) || code === delimiterCode || code === quoteCode;
}

function isEmpty(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

function trimAll(cells: string[]): void {
  for (let index = 0; index < cells.length; index++) cells[index] = (cells[index] ?? '').trim();
}
