import type { ImportRun } from './import-run';

/**
 * How many rows of a file with `rowCount` rows may fail under `abort` and be left out (docs/contract.md 2.6): `max_errors` is
 * a number, or a percentage of the rows of the file, rounded down.
 */
export function errorBudget({ request: { options } }: Pick<ImportRun, 'request'>, rowCount: number): number {
  const { max_errors: most } = options;
  if (most === undefined) return 0;
  if (!most.endsWith('%')) return Number(most);
  // In ten thousandths of a per cent, so that the product is exact.
  return Math.floor((rowCount * Math.round(Number(most.slice(0, -1)) * 10_000)) / 1_000_000);
}
