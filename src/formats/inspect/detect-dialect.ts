import type { CsvOptions } from '../csv/csv-options';
import { delimitersInWords, DETECTED_DELIMITERS } from '../csv/delimiter-names';
import { cutRecords, type TriedDialect, type TriedRecord } from './cut-records';

/** A dialect, its records, and how many cells most of them have. */
export interface DialectFound extends TriedDialect {
  readonly records: readonly TriedRecord[];
  readonly width: number;
  readonly evidence: readonly string[];
}

/** The dialects that fit: one when it is told, several when the text leaves it open. */
export interface DialectsFound {
  readonly found: DialectFound;
  readonly alternatives: readonly string[];
}

/** Records that decide about the dialect. */
const RECORDS = 300;
/** Part of the records that have the same number of cells when the delimiter is the right one. */
const FITTING = 0.9;

/**
 * Tells the delimiter and the quotes of a text: the delimiter by which nearly all records have the same number of cells.
 * `isKnownName` decides between two that fit alike: the right one cuts the header into known names.
 */
export function detectDialect(
  text: string,
  isWhole: boolean,
  given: CsvOptions,
  isKnownName: (name: string) => boolean,
): DialectsFound {
  const quoting = detectQuotes(text, given);
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
  const all = cutRecords(text, dialect, RECORDS, isWhole);
  const prefix = comment ?? '#';
  const records = all.filter(({ cells }, index) => index === 0 || !(cells[0] ?? '').startsWith(prefix));
  const counts = new Map<number, number>();
  for (const { cells } of records)
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, records.length];
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

function detectQuotes(text: string, given: CsvOptions): Quoting {
  const head = text.slice(0, QUOTE_CHARACTERS);
  const quote = given.quote === undefined ? quoteOf(head) : given.quote;
  const escape =
    given.escape ?? (BACKSLASH_QUOTE.test(head) && !DOUBLED.test(head) && quote === '"' ? '\\' : 'double');
  return {
    dialect: { quote, escape },
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

function quoteOf(head: string): '"' | "'" {
  if (head.includes('"')) return '"';
  return (head.match(SINGLE_QUOTED)?.length ?? 0) >= MIN_SINGLE_QUOTED ? "'" : '"';
}
