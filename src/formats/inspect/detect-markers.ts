import type { CsvOptions } from '../csv/csv-options';
import { DETECTED_DELIMITERS } from '../csv/delimiter-names';
import type { CsvFound } from './csv-found';

const START = 'START-OF-DATA';
const END = 'END-OF-DATA';
const FIELDS_START = 'START-OF-FIELDS';
const FIELDS_END = 'END-OF-FIELDS';

/** Detects a file whose records and names of columns are between lines of markers; null for others. */
export function detectMarkers(text: string, given: CsvOptions): CsvFound | null {
  const lines = text.split(/\r?\n/, MAX_LINES);
  const start = lines.indexOf(START);
  if (start < 0 || given.start_marker !== undefined) return null;
  const fields = between(lines, FIELDS_START, FIELDS_END).filter(
    (line) => line.trim() !== '' && !line.startsWith('#'),
  );
  const first = lines[start + 1] ?? '';
  const delimiter = given.delimiter ?? delimiterOf(first, fields.length);
  const cells = first.split(delimiter);
  const width = first.endsWith(delimiter) ? cells.length - 1 : cells.length;
  const extra = fields.length === 0 ? 0 : Math.max(0, width - fields.length);
  const prefix = Array.from({ length: extra }, (_, index) => PREFIX[index] ?? `prefix_${index + 1}`);
  const options: CsvOptions = {
    delimiter,
    start_marker: START,
    end_marker: END,
    ...(fields.length > 0 && { columns: { start_marker: FIELDS_START, end_marker: FIELDS_END } }),
    ...(prefix.length > 0 && { row_prefix_columns: prefix }),
    ...(first.endsWith(delimiter) && { ragged: 'pad' as const }),
  };
  return {
    options: { ...options, ...given },
    delimiters: [],
    madeNames: false,
    preamble: lines.slice(0, start),
    evidence: [
      { option: 'start_marker', message: `The records are between the lines ${START} and ${END}.` },
      ...(fields.length > 0
        ? [
            {
              option: 'columns',
              message: `${fields.length} names of columns are between ${FIELDS_START} and ${FIELDS_END}.`,
            },
          ]
        : []),
      ...(extra > 0
        ? [
            {
              option: 'row_prefix_columns',
              message: `Each record has ${extra} cells more than there are names: they come first.`,
            },
          ]
        : []),
    ],
  };
}

/** The delimiter that cuts the first line into the most cells, and into no fewer than there are names. */
function delimiterOf(line: string, names: number): string {
  const counts = DETECTED_DELIMITERS.map((one) => line.split(one).length);
  const most = Math.max(...counts);
  return most > 1 && most >= names ? (DETECTED_DELIMITERS[counts.indexOf(most)] ?? '|') : '|';
}

/** What the cells in front of each record are called. */
const PREFIX: readonly string[] = ['security', 'return_code', 'field_count'];
const MAX_LINES = 5_000;

function between(lines: readonly string[], start: string, end: string): string[] {
  const from = lines.indexOf(start);
  const to = lines.indexOf(end);
  return from < 0 || to < from ? [] : lines.slice(from + 1, to);
}
