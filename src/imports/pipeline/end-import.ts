import type { RowError } from '../../catalog/reading/row-error';
import { fence, type FencedColumns } from '../../jobs/fence';
import { countColumns, processedRows, type Counts } from './counts';
import type { ImportRun } from './import-run';
import { writeErrors } from './write-errors';

/** Completes an import under `continue`: every row of the file was dealt with. */
export async function completeImport(run: ImportRun, counts: Counts, rowCount: number): Promise<void> {
  await fence(run.pool, run.job, {
    ...countColumns(counts),
    status: 'completed',
    row_count: rowCount,
    unprocessed_count: 0,
    progress: 100,
  });
}

/**
 * Ends an import as failed and reports `errors` behind those that stand already. `rowCount` is null when the end of the
 * file was never seen; then how many rows are unprocessed is not known either. Where the workspace has no place for all of
 * the errors, the first ones are reported.
 */
export async function failImport(
  run: ImportRun,
  counts: Counts,
  errors: readonly RowError[],
  rowCount: number | null,
): Promise<void> {
  const fitting = await run.report.fit(errors);
  const after = { ...counts, errors: counts.errors + fitting.length };
  const columns: FencedColumns = {
    ...countColumns(after),
    status: 'failed',
    row_count: rowCount,
    unprocessed_count: rowCount === null ? null : rowCount - processedRows(after),
  };
  await run.session.transaction('READ COMMITTED', async (tx) => {
    await writeErrors(tx, run, fitting, counts.errors);
    await fence(tx, run.job, columns);
  });
}

/** The rows that `errors` belong to. */
export const failedRows = (errors: readonly RowError[]): number =>
  new Set(errors.flatMap(({ row }) => (row === null ? [] : [row]))).size;
