import type { CsvOptions } from '../csv/csv-options';
import { cutRecords, type TriedRecord } from './cut-records';
import type { DialectFound } from './detect-dialect';
import { findHeader } from './looks-like-data';

/** What the lines of a file are beside its records. */
export interface LinesFound {
  readonly options: CsvOptions;
  readonly madeNames: boolean;
  readonly preamble: readonly string[];
  readonly evidence: readonly { readonly option: string; readonly message: string }[];
}

const COMMENTS: readonly string[] = ['#', '//', '%'];
/** Records after the first full one that must mostly be as wide, or it belongs to a preamble. */
const FOLLOWING = 10;
const MAX_RECORDS = 200_000;
const MAX_FOOTER = 5;

/** Collects options with the sentences that they rest on. */
class Findings {
  options: CsvOptions = {};
  readonly evidence: { option: string; message: string }[] = [];

  add(options: CsvOptions, message: string): void {
    this.options = { ...this.options, ...options };
    for (const option of Object.keys(options)) this.evidence.push({ option, message });
  }
}

/** Detects preamble, header, comments, footer, uneven records and blanks around cells. */
export function detectLines(
  text: string,
  isWhole: boolean,
  given: CsvOptions,
  dialect: DialectFound,
  isKnownName: (name: string) => boolean,
): LinesFound {
  const findings = new Findings();
  const all = cutRecords(text, dialect, MAX_RECORDS, isWhole);
  const counted = withoutComments(all, dialect.width, given, findings);
  const records = counted.filter(({ isEmpty }) => !isEmpty);
  const start =
    given.header_row === undefined
      ? startOf(records, dialect.width, isKnownName)
      : records.findIndex(({ line }) => line >= (given.header_row ?? 1));
  const [first, ...rows] = records.slice(Math.max(start, 0));
  const preamble = records.slice(0, Math.max(start, 0)).map(({ cells }) => cells.join(dialect.delimiter));
  if (!first) return { options: findings.options, madeNames: false, preamble, evidence: findings.evidence };
  const hasNames = given.columns !== undefined || given.header_row !== undefined;
  const header = hasNames
    ? { hasHeader: given.columns === undefined, evidence: '' }
    : findHeader(first, rows, isKnownName);
  const isFirst = all[0] === first && first.line === 1;
  if (!hasNames && header.hasHeader) {
    const skips =
      isFirst || (preamble.length === 0 && findings.options.comment !== undefined)
        ? {}
        : { header_row: first.line };
    if (skips.header_row === undefined)
      findings.evidence.push({ option: 'header_row', message: header.evidence });
    else findings.add(skips, `${header.evidence} What is before it is skipped.`);
  }
  if (!hasNames && !header.hasHeader) {
    const columns = Array.from({ length: dialect.width }, (_, index) => `column_${index + 1}`);
    findings.add({ columns }, `${header.evidence} The names of the columns are made up.`);
  }
  const width = header.hasHeader ? first.cells.length : dialect.width;
  const data = header.hasHeader ? rows : [first, ...rows];
  const isEnd = isWhole && all.length < MAX_RECORDS;
  const body = isEnd ? withoutFooter(data, counted, width, given, findings) : data;
  if (header.hasHeader) detectRowNumbers(first, body, given, findings);
  if (findings.options.row_prefix_columns === undefined) detectUneven(body, width, given, findings);
  if (header.hasHeader) detectTrim(first, body, given, findings);
  return {
    options: findings.options,
    madeNames: !hasNames && !header.hasHeader,
    preamble,
    evidence: findings.evidence,
  };
}

/** Comment lines begin with a mark and are not as wide as records. A header may begin with the same mark. */
function withoutComments(
  records: readonly TriedRecord[],
  width: number,
  given: CsvOptions,
  findings: Findings,
): readonly TriedRecord[] {
  const begins = (record: TriedRecord, mark: string): boolean => (record.cells[0] ?? '').startsWith(mark);
  const mark =
    given.comment ??
    COMMENTS.find((one) => records.some((record) => begins(record, one) && record.cells.length < width));
  if (mark === undefined) return records;
  const wide = records.find((record) => begins(record, mark) && record.cells.length === width);
  if (given.comment === undefined && wide) return records; // a header or data that begins so would be lost
  const comments = records.filter((record) => begins(record, mark));
  const [first] = comments;
  if (given.comment === undefined && first) {
    findings.add(
      { comment: mark },
      `${comments.length} lines begin with ${mark}, such as line ${first.line}: they are comments.`,
    );
  }
  return records.filter((record) => !begins(record, mark));
}

/** Index of the first record that is as wide as most, and is followed by such; a header may be wider. */
function startOf(
  records: readonly TriedRecord[],
  width: number,
  isKnownName: (name: string) => boolean,
): number {
  const names = records[0]?.cells ?? [];
  const isWideHeader =
    names.length > width && new Set(names).size === names.length && names.filter(isKnownName).length > 1;
  if (width === 1 || isWideHeader) return 0;
  for (const [index, { cells }] of records.entries()) {
    if (index > MAX_PREAMBLE) break;
    if (cells.length !== width) continue;
    const following = records.slice(index + 1, index + 1 + FOLLOWING);
    if (following.filter((one) => one.cells.length === width).length * 2 >= following.length) {
      if (isShortHeader(records, index, width)) return index - 1;
      const narrow = records.slice(0, index).findIndex(({ cells }) => isNarrow(cells, width, isKnownName));
      return narrow < 0 ? index : narrow;
    }
  }
  return 0;
}

/** Names of which several are known: rows that are wider have cells too many, but their header is this one. */
const isNarrow = (names: readonly string[], width: number, isKnownName: (name: string) => boolean): boolean =>
  names.length > 1 &&
  names.length < width &&
  new Set(names).size === names.length &&
  names.every((name) => name.trim() !== '') &&
  names.filter(isKnownName).length > 1;

const MAX_PREAMBLE = 200;

/** Rows that end with a delimiter have one empty cell more than their header. */
function isShortHeader(records: readonly TriedRecord[], index: number, width: number): boolean {
  const before = records[index - 1];
  if (before?.cells.length !== width - 1 || width < 3) return false;
  return records.slice(index, index + FOLLOWING).every(({ cells }) => cells[width - 1] === '');
}

/**
 * Lines at the end that are no records: narrower ones, and one with a text in its first cell alone. `counted`: what an import
 * counts as lines of a footer, the empty rows behind it too.
 */
function withoutFooter(
  rows: readonly TriedRecord[],
  counted: readonly TriedRecord[],
  width: number,
  given: CsvOptions,
  findings: Findings,
): readonly TriedRecord[] {
  if (given.skip_footer !== undefined || given.footer_prefix !== undefined || width < 2) return rows;
  let end = rows.length;
  while (end > 1 && rows.length - end < MAX_FOOTER && isFooter(rows[end - 1], rows, width)) end--;
  const [first] = rows.slice(end);
  if (!first) return rows;
  const text = first.cells[0] ?? '';
  const prefix = /^[^:]{3,60}:/.exec(text)?.[0];
  const others = rows.slice(0, end);
  const message = `Line ${first.line} ("${text.slice(0, 40)}") is no record: the file ends before it.`;
  if (prefix !== undefined && !others.some(({ cells }) => (cells[0] ?? '').startsWith(prefix)))
    findings.add({ footer_prefix: prefix }, message);
  else findings.add({ skip_footer: counted.length - counted.indexOf(first) }, message);
  return others;
}

/** Records to which a footer is compared. */
const COMPARED = 20;

function isFooter(record: TriedRecord | undefined, rows: readonly TriedRecord[], width: number): boolean {
  const [text = '', ...others] = record?.cells ?? [];
  if (text === '' || others.some((cell) => cell !== '')) return false;
  const body = rows.slice(0, Math.min(COMPARED, Math.ceil(rows.length / 2)));
  if (others.length === 0) return body.every(({ cells }) => cells.length > 1);
  return width > 2 && body.every(({ cells }) => cells.slice(1).some((cell) => cell !== ''));
}

/** Records with a number in front that counts them, for which the header has no name. */
function detectRowNumbers(
  header: TriedRecord,
  rows: readonly TriedRecord[],
  given: CsvOptions,
  findings: Findings,
): void {
  const width = header.cells.length + 1;
  if (given.row_prefix_columns !== undefined || given.columns !== undefined || rows.length < 2) return;
  const start = Number(rows[0]?.cells[0]);
  const isCounted = rows.every(
    ({ cells }, index) => cells.length === width && cells[0] === String(start + index),
  );
  if (!isCounted) return;
  const message = `Each record has one cell more than the header: a number in front, which counts the records from ${start}.`;
  findings.add({ row_prefix_columns: ['row_number'] }, message);
}

/** Records that lack cells at their end, or have empty ones too many. */
function detectUneven(
  rows: readonly TriedRecord[],
  width: number,
  given: CsvOptions,
  findings: Findings,
): void {
  const uneven = rows.filter(({ cells }) => cells.length !== width);
  const [first] = uneven;
  if (!first || given.ragged !== undefined || width < 2) return;
  const harmless = uneven.every(
    ({ cells }) => cells.length < width || cells.slice(width).every((cell) => cell === ''),
  );
  if (!harmless) return;
  const message = `${uneven.length} records have not ${width} cells, such as line ${first.line} with ${first.cells.length}: missing cells at the end are empty, surplus ones are empty.`;
  findings.add({ ragged: 'pad' }, message);
}

const BLANKS = /^[ \t]|[ \t]$/;

/** Blanks around names, or around every cell of a column: they are no part of values. */
function detectTrim(
  header: TriedRecord,
  rows: readonly TriedRecord[],
  given: CsvOptions,
  findings: Findings,
): void {
  if (given.trim !== undefined) return;
  if (header.cells.at(-1)?.endsWith('\r') === true) {
    findings.add({ trim: true }, 'The lines end with CR CR LF: the surplus CR is no part of the last cell.');
    return;
  }
  const name = header.cells.find((cell) => cell.trim() !== '' && BLANKS.test(cell));
  const checked = rows.slice(0, 50);
  const padded = header.cells.findIndex(
    (_, index) => checked.length > 2 && checked.every(({ cells }) => BLANKS.test(cells[index] ?? '')),
  );
  if (name !== undefined) findings.add({ trim: true }, `The name "${name}" has blanks around it.`);
  else if (padded >= 0)
    findings.add({ trim: true }, `Every cell of column ${padded + 1} has blanks around it.`);
}
