import type { Sql } from '../../database/sql';
import type { RowError } from '../../catalog/reading/row-error';
import type { ImportRun } from './import-run';
import { RANGE_ERRORS_SQL, type RowRange } from './row-range';

/** Reports the errors of a range; `before` is how many the report has already. */
export async function writeRangeErrors(
  tx: Sql,
  { job }: ImportRun,
  { from, to }: RowRange,
  before: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO import_row_errors (workspace_id, job_id, seq, "row", line, "column", code, message, value)
     SELECT $3, $4, $5::integer + row_number() OVER (ORDER BY row, phase, nr), row, line, col, code, message, value
     FROM (${RANGE_ERRORS_SQL}) errors`,
    [from, to, job.workspaceId, job.id, before],
  );
}

/** Reads the errors of a range, the first `limit` of them in the order of the report. */
export async function readRangeErrors(tx: Sql, { from, to }: RowRange, limit: number): Promise<RowError[]> {
  return tx.query<RowError & Record<string, unknown>>(
    `SELECT row, line, col AS "column", code, message, value FROM (${RANGE_ERRORS_SQL}) errors
     ORDER BY row, phase, nr LIMIT $3`,
    [from, to, limit],
  );
}

/** Reports errors held in memory; `before` is how many the report has already. */
export async function writeErrors(
  tx: Sql,
  { job }: ImportRun,
  errors: readonly RowError[],
  before: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO import_row_errors (workspace_id, job_id, seq, "row", line, "column", code, message, value)
     SELECT $1, $2, $3::integer + nr, row, line, col, code, message, value
     FROM unnest($4::integer[], $5::integer[], $6::text[], $7::text[], $8::text[], $9::text[])
       WITH ORDINALITY AS error (row, line, col, code, message, value, nr)`,
    [
      job.workspaceId,
      job.id,
      before,
      errors.map(({ row }) => row),
      errors.map(({ line }) => line),
      errors.map(({ column }) => column),
      errors.map(({ code }) => code),
      errors.map(({ message }) => message),
      errors.map(({ value }) => value),
    ],
  );
}
