import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison } from './compare';

const FILE = join(__dirname, 'summaries.json');

/** What came out for the files of one origin. */
export interface Summary {
  readonly files: number;
  /** Files that both read. */
  readonly both: number;
  /** Cells of the files that both read alike. */
  readonly cells: number;
  /** Files that both read, and differently. */
  readonly different: number;
  readonly only_inspect: number;
  readonly only_duckdb: number;
  readonly neither: number;
}

const BOTH = ['same', 'different', 'refused_records'];

/** Counts the files of one origin by what came out for each. */
export function summarise(compared: readonly Comparison[]): Summary {
  const count = (...outcomes: string[]): number =>
    compared.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    files: compared.length,
    both: count(...BOTH),
    cells: compared.reduce((sum, { cells }) => sum + cells, 0),
    different: count('different'),
    only_inspect: count('only_inspect'),
    only_duckdb: count('only_duckdb'),
    neither: count('neither'),
  };
}

/** The summaries by the name of the origin, as they were last written. */
export const readSummaries = (): Record<string, Summary> =>
  JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Summary>;

export const writeSummary = (name: string, summary: Summary): void =>
  writeFileSync(FILE, `${JSON.stringify({ ...readSummaries(), [name]: summary }, null, 2)}\n`);
