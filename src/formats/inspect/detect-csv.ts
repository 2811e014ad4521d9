import type { CsvOptions } from '../csv/csv-options';
import type { CsvFound } from './csv-found';
import type { TriedRecord } from './cut-records';
import { detectDialect } from './detect-dialect';
import { detectLines } from './detect-lines';
import { detectMarkers } from './detect-markers';

/**
 * Detects the options of a CSV file from its text. What `given` fixes is kept. `isWhole`: the text is the whole file, so that
 * its last lines can be distinguished from records. `isKnownName`: true for names that columns of such files have.
 */
export function detectCsv(
  text: string,
  isWhole: boolean,
  given: CsvOptions,
  isKnownName: (name: string) => boolean,
): CsvFound {
  const marked = detectMarkers(text, given);
  if (marked !== null) return marked;
  const { found, alternatives } = detectDialect(text, isWhole, given, isKnownName);
  const nothing = { options: given, madeNames: false, preamble: [] };
  if (alternatives.length > 1) return { ...nothing, delimiters: alternatives, evidence: [] };
  const dialect: CsvOptions = {
    ...(found.delimiter !== ',' && { delimiter: found.delimiter }),
    ...(found.quote !== '"' && { quote: found.quote as '"' | "'" | null }),
    ...(found.escape !== 'double' && { escape: found.escape }),
  };
  const lines = detectLines(text, isWhole, { ...dialect, ...given }, found, isKnownName);
  const strays = strayQuotes(found.records, given);
  return {
    options: { ...dialect, ...strays.options, ...lines.options, ...given },
    delimiters: [],
    madeNames: lines.madeNames,
    preamble: lines.preamble,
    evidence: [
      ...found.evidence.map((message) => ({ option: 'delimiter', message })),
      ...strays.evidence,
      ...lines.evidence,
    ],
  };
}

/** A quote inside a cell without quotes around it is a character of the cell: an inch, or a name. */
function strayQuotes(
  records: readonly TriedRecord[],
  given: CsvOptions,
): Pick<CsvFound, 'options' | 'evidence'> {
  const stray = records.find(({ hasStrayQuote }) => hasStrayQuote);
  if (!stray || given.quote !== undefined || given.lenient_quotes !== undefined)
    return { options: {}, evidence: [] };
  const message = `Line ${stray.line} has a quote inside of a cell; it is read as a character like any other.`;
  return { options: { lenient_quotes: true }, evidence: [{ option: 'lenient_quotes', message }] };
}
