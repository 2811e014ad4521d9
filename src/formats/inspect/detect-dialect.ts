import type { CsvOptions } from '../csv/csv-options';
import { delimitersInWords, DETECTED_DELIMITERS } from '../csv/delimiter-names';
import { cutRecords, type TriedDialect, type TriedRecord } from './cut-records';

/** A dialect, its records, and how many cells most of them have. */
export interface DialectFound extends TriedDialect {
  readonly records: readonly TriedRecord[];
  readonly width: number;
  readonly evidence: readonly string[];
}

/** The dialects that fit: one when the text decides, several when the text leaves it open. */
export interface DialectsFound {
  readonly found: DialectFound;
  readonly alternatives: readonly string[];
}

/** Records that decide about the dialect. */
const RECORDS = 300;
/** Part of the records that have the same number of cells when the delimiter is the right one. */
const FITTING = 0.9;

/**
 * Detects the delimiter and the quotes of a text: the delimiter by which nearly all records have the same number of cells.
 * `isKnownName` decides between two that fit alike: the right one cuts the header into known names.
 */
export function detectDialect(
  text: string,
  isWhole: boolean,
  given: CsvOptions,
  isKnownName: (name: string) => boolean,
): DialectsFound {
  const [first, ...others] = detectQuotes(text, given).map((quoting) =>
    withQuotes(text, isWhole, given, quoting, isKnownName),
  );
  if (!first) throw new Error('There is always a quote to try.');
  const better = others.find(({ found }) => regularity(found) > regularity(first.found));
  return better ?? first;
}

/** Part of the records that are as wide as most. */
const regularity = ({ records, width }: DialectFound): number =>
  records.filter(({ cells }) => cells.length === width && width > 1).length / Math.max(1, records.length);

function withQuotes(
  text: string,
  isWhole: boolean,
  given: CsvOptions,
  quoting: Quoting,
  isKnownName: (name: string) => boolean,
): DialectsFound {
  const delimiters = given.delimiter === undefined ? DETECTED_DELIMITERS : [given.delimiter];
  const tried = delimiters.map((delimiter) =>
    tryDialect(text, isWhole, { delimiter, ...quoting.dialect }, given),
  );
  const fitting = tried.filter(({ width, share }) => width > 1 && share >= FITTING);
  const known = fitting.map(({ records }) =>
    Math.max(0, ...records.slice(0, 30).map(({ cells }) => cells.filter(isKnownName).length)),
  );
  const most = Math.max(0, ...known);
  const best = fitting.filter((_, index) => known[index] === most);
  const byWidth = [...tried].filter(({ width }) => width > 1).sort((a, b) => b.share - a.share);
  const chosen =
    best[0] ??
    (given.delimiter === undefined ? byWidth.find(({ share }) => share > 0.5) : tried[0]) ??
    tried[0];
  if (!chosen) throw new Error('There is always a delimiter to try.');
  const alternatives = best.length > 1 ? best.map(({ delimiter }) => delimiter) : [];
  return { found: { ...chosen, evidence: [sentence(chosen), ...quoting.evidence] }, alternatives };
}

interface Tried extends DialectFound {
  readonly share: number;
}

function tryDialect(text: string, isWhole: boolean, dialect: TriedDialect, { comment }: CsvOptions): Tried {
  const all = cutRecords(text, dialect, RECORDS, isWhole).filter(({ isEmpty }) => !isEmpty);
  const prefix = comment ?? '#';
  const records = all.filter(({ cells }, index) => index === 0 || !(cells[0] ?? '').startsWith(prefix));
  const counts = new Map<number, number>();
  for (const { cells } of records)
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  // Of two widths that are as frequent, the one of the header counts: records may lack cells or have empty ones too many.
  const header = records[0]?.cells.length ?? 0;
  const [width, count] = [...counts].sort(
    (a, b) => b[1] - a[1] || Number(b[0] === header) - Number(a[0] === header) || b[0] - a[0],
  )[0] ?? [1, records.length];
  const first = records.findIndex(({ cells }) => cells.length === width);
  // Lines before the first such record may be a preamble: they say nothing about the delimiter.
  const share = count / Math.max(1, records.length - Math.min(Math.max(first, 0), MAX_PREAMBLE));
  return { ...dialect, records: all, width, share, evidence: [] };
}

const MAX_PREAMBLE = 50;

const sentence = ({ delimiter, width }: DialectFound): string =>
  width === 1
    ? 'The file has one column: no delimiter cuts its lines into equal numbers of cells.'
    : `Cells are separated by ${delimitersInWords(delimiter)}: nearly all records have ${width} cells.`;

interface Quoting {
  readonly dialect: Omit<TriedDialect, 'delimiter'>;
  readonly evidence: readonly string[];
}

/** Backslashes escape quotes only when some quote follows one and no quote is written twice. */
const BACKSLASH_QUOTE = /[^\\]\\"[^,;\t|\r\n]/;
const DOUBLED = /[^,;\t|\r\n"]""[^,;\t|\r\n"]/;
/** Single quotes around cells: at both ends of a cell, several times. */
const SINGLE_QUOTED = /(?:^|[,;\t|\n])'[^'\n]*'(?=[,;\t|\r\n]|$)/g;
const MIN_SINGLE_QUOTED = 5;
/** Characters of the text that decide about quotes. */
const QUOTE_CHARACTERS = 262_144;

/** The quotes that the text may have: one kind, or two of which the number of cells decides. */
function detectQuotes(text: string, given: CsvOptions): Quoting[] {
  const head = text.slice(0, QUOTE_CHARACTERS);
  const quotes = given.quote === undefined ? quotesOf(head) : [given.quote];
  return quotes.map((quote) => withEscape(head, quote, given));
}

function withEscape(head: string, quote: CsvOptions['quote'], given: CsvOptions): Quoting {
  const escape =
    given.escape ?? (BACKSLASH_QUOTE.test(head) && !DOUBLED.test(head) && quote === '"' ? '\\' : 'double');
  return {
    dialect: { quote: quote ?? null, escape },
    evidence: [
      ...(quote === "'" && given.quote === undefined
        ? ['Cells are in single quotes, and there is no double quote.']
        : []),
      ...(escape === '\\' && given.escape === undefined
        ? ['Quotes inside of cells follow a backslash.']
        : []),
    ],
  };
}

function quotesOf(head: string): ('"' | "'")[] {
  if (head.includes('"')) return ['"'];
  const count = head.match(SINGLE_QUOTED)?.length ?? 0;
  if (count >= MIN_SINGLE_QUOTED) return ["'"];
  return count > 0 ? ['"', "'"] : ['"'];
}
