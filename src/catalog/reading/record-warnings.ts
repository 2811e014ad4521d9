import type { ParsedRecord, RawBatch } from '../../formats/batch';
import type { Warnings } from './warnings';

/** U+FFFD as bytes, and as JSON may escape it. */
const REPLACEMENTS = [Buffer.from('\ufffd'), Buffer.from('\\ufffd'), Buffer.from('\\uFFFD')];
/** What a spreadsheet-safe export writes before a formula, as bytes. */
const ESCAPES = ["'=", "'+", "'-", "'@"].map((text) => Buffer.from(text));
const ESCAPED = /^'+[=+\-@]/;

/**
 * Looks for what the values of a file show, whatever field they feed. Values are looked at one by one only in batches whose
 * bytes have what is looked for.
 */
export class RecordWarnings {
  /** `header`: null for JSON. `spreadsheetSafe`: the request says that cells may be escaped. */
  constructor(
    private readonly warnings: Warnings,
    private readonly header: readonly string[] | null,
    private readonly spreadsheetSafe: boolean,
  ) {}

  look({ bytes }: Pick<RawBatch, 'bytes'>, records: readonly ParsedRecord[]): void {
    const mayBeReplaced = REPLACEMENTS.some((text) => bytes.includes(text));
    const mayBeEscaped = !this.spreadsheetSafe && ESCAPES.some((text) => bytes.includes(text));
    if (this.header !== null) for (const record of records) this.lookForHeader(record, this.header);
    if (!mayBeReplaced && !mayBeEscaped) return;
    for (const record of records) {
      for (const [column, value] of this.textsOf(record)) {
        if (mayBeReplaced && value.includes('\ufffd')) this.warnOfReplacement(record, column);
        if (mayBeEscaped && ESCAPED.test(value)) this.warnOfEscape(record, column, value);
      }
    }
  }

  /** Two files that were put together have the header of the second one as a row. */
  private lookForHeader(record: ParsedRecord, header: readonly string[]): void {
    if (!('cells' in record) || record.cells[0] !== header[0] || record.cells.length !== header.length)
      return;
    if (!record.cells.every((cell, index) => cell === header[index])) return;
    const message =
      'The row is the header again. Were several files put together? Remove the row, or send the files one by one.';
    this.warnings.add('repeated_header', null, message, record.row);
  }

  private warnOfReplacement({ row }: ParsedRecord, column: string): void {
    const message =
      'The value holds U+FFFD (�), which stands for a character that was lost when the file was converted. Export it again in UTF-8, or send the original with its encoding.';
    this.warnings.add('replacement_character', column, message, row);
  }

  private warnOfEscape({ row }: ParsedRecord, column: string, value: string): void {
    const message = `The value begins with ${value.slice(0, 2)}, as in a spreadsheet-safe export. If the file is one, send spreadsheet_safe=true, which removes the quote.`;
    this.warnings.add('spreadsheet_escape', column, message, row);
  }

  private textsOf(record: ParsedRecord): (readonly [column: string, value: string])[] {
    if ('cells' in record)
      return record.cells.map((cell, index) => [this.header?.[index] ?? '', cell] as const);
    if (!('object' in record)) return [];
    return Object.entries(record.object).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
  }
}
