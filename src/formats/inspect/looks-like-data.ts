import type { TriedRecord } from './cut-records';

/** Numbers, dates, times and booleans: what a header does not hold. */
const DATA =
  /^[-+(]?[$€£]?\d[\d.,' ]*(?:[eE][-+]?\d+)?\s?%?\)?$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?$|^\d{8} \d\d:?\d\d.*$|^\d{1,2}:\d\d|^(?:true|false)$/i;
const NULL = /^(?:|n\/?a|nan|null|none|-|\.|n\.a\.)$/i;
const CHECKED = 50;

/** Whether the first record names the columns or is one like the others, and why. */
export interface HeaderFinding {
  readonly hasHeader: boolean;
  readonly evidence: string;
}

/**
 * Distinguishes a header from data: a header has a text where its column has numbers, dates or booleans. Where no column has
 * such, the first record is taken for a header when it has a known name, or names that are all different and none empty.
 */
export function findHeader(
  first: TriedRecord,
  rows: readonly TriedRecord[],
  isKnownName: (name: string) => boolean,
): HeaderFinding {
  const checked = rows.slice(0, CHECKED);
  const strict = first.cells.flatMap((cell, index) => {
    const texts = checked.map(({ cells }) => (cells[index] ?? '').trim()).filter((text) => !NULL.test(text));
    return texts.length > 0 && texts.every((text) => DATA.test(text)) ? [{ cell: cell.trim(), index }] : [];
  });
  const named = strict.find(({ cell }) => cell !== '' && !DATA.test(cell) && !NULL.test(cell));
  if (named) {
    return finding(
      true,
      `Line ${first.line} is the header: "${shown(named.cell)}" is above a column of numbers, dates or booleans.`,
    );
  }
  const known = first.cells.find((cell) => cell.trim() !== '' && isKnownName(cell));
  if (known !== undefined)
    return finding(true, `Line ${first.line} is the header: "${shown(known)}" is the name of a column.`);
  if (strict.some(({ cell }) => cell !== '')) {
    return finding(false, `Line ${first.line} is no header: its cells are data like those below.`);
  }
  const names = first.cells.map((cell) => cell.trim());
  const isNames =
    new Set(names).size === names.length && names.every((name) => name !== '' && !DATA.test(name));
  return isNames
    ? finding(true, `Line ${first.line} is taken for the header: its cells are all different texts.`)
    : finding(false, `Line ${first.line} is no header: its cells are empty, repeat, or are data.`);
}

const finding = (hasHeader: boolean, evidence: string): HeaderFinding => ({ hasHeader, evidence });
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
