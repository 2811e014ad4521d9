import type { Reading, Refused } from './reading';

/** What two readings of one file have in common. */
export interface Comparison {
  readonly outcome: Outcome;
  /** Cells that were compared. */
  readonly cells: number;
  /** The first difference, or what the one says that refuses the file. */
  readonly detail: string;
}

/**
 * `refused_records`: alike but for records that an import refuses; `only_inspect` and `only_duckdb`: the other one does not
 * read the file.
 */
export type Outcome = 'same' | 'different' | 'refused_records' | 'only_inspect' | 'only_duckdb' | 'neither';

/**
 * Compares the header and every cell. Three things are no difference: names that the file does not have (DuckDB calls a
 * nameless column `column4`, and the second `note` is `note_1`), blanks around cells where `trim` is among the inspected
 * options, and cells that are missing at the end of a record.
 */
export function compare(ours: Reading | Refused, theirs: Reading | Refused): Comparison {
  if ('refused' in ours) {
    const outcome = 'refused' in theirs ? 'neither' : 'only_duckdb';
    return { outcome, cells: 0, detail: ours.refused };
  }
  if ('refused' in theirs) return { outcome: 'only_inspect', cells: 0, detail: theirs.refused };
  const different = (detail: string): Comparison => ({ outcome: 'different', cells: 0, detail });
  if (ours.hasMadeNames !== theirs.hasMadeNames) {
    return different(`inspect finds ${ours.hasMadeNames ? 'no' : 'a'} header`);
  }
  const header = compareHeader(ours, theirs);
  if (header !== null) return different(header);
  if (ours.records.length !== theirs.records.length) {
    return different(`records: inspect ${ours.records.length}, DuckDB ${theirs.records.length}`);
  }
  const shown = (cell = ''): string => (ours.isTrimmed ? cell.trim() : cell);
  let cells = ours.hasMadeNames ? 0 : ours.header.length;
  for (const [index, record] of ours.records.entries()) {
    const other = theirs.records[index] ?? [];
    if (record === null) continue;
    const width = Math.max(record.length, other.length);
    cells += width;
    for (let column = 0; column < width; column++) {
      const [one = '', two] = [record[column], shown(other[column])];
      if (one !== two) {
        return different(
          `record ${index + 1}: inspect ${JSON.stringify(one)}, DuckDB ${JSON.stringify(two)}`,
        );
      }
    }
  }
  const outcome = ours.records.includes(null) ? 'refused_records' : 'same';
  return { outcome, cells, detail: '' };
}

function compareHeader({ header, hasMadeNames }: Reading, theirs: Reading): string | null {
  const isSame = header.every((name, column) => {
    const other = theirs.header[column] ?? '';
    if (hasMadeNames || name.trim() === '') return true;
    return other === name.trim() || (isRepeated(header, column) && other.startsWith(`${name}_`));
  });
  if (isSame && header.length === theirs.header.length) return null;
  return `columns: inspect ${JSON.stringify(header)}, DuckDB ${JSON.stringify(theirs.header)}`;
}

/** DuckDB ignores the letter case of names. */
const isRepeated = (header: readonly string[], column: number): boolean =>
  header.slice(0, column).some((name) => name.toLowerCase() === header[column]?.toLowerCase());
