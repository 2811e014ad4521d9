import type { Sql, SqlParameter } from '../database/sql';
import { FencedOutError } from './fenced-out-error';
import type { ClaimedJob } from './job';
import { JOB_TABLES } from './job-tables';
import { FINAL_STATUSES } from './job-transitions';

const COLUMNS = {
  import: [
    'status',
    'checkpoint_row',
    'row_count',
    'processed_count',
    'created_count',
    'updated_count',
    'unchanged_count',
    'failed_count',
    'error_count',
    'unprocessed_count',
    'progress',
    'ignored_columns',
  ],
  export: [
    'status',
    'row_count',
    'byte_count',
    'sha256',
    'progress',
    'snapshot_at',
    'error',
    'blob_key',
    'expires_at',
  ],
} as const;

/** The columns a worker may set; a jsonb one takes JSON text. */
export type FencedColumn = (typeof COLUMNS)['import' | 'export'][number];

/** A new value for each column that changes. */
export type FencedColumns = { readonly [Column in FencedColumn]?: SqlParameter };

/** Columns that count as progress: an attempt that moved one and then died did not stall. */
const PROGRESS: readonly FencedColumn[] = ['checkpoint_row', 'processed_count'];

/**
 * Sets columns of the job row if, and only if, this attempt still holds it; throws `FencedOutError` otherwise. Call it as
 * the last statement of every transaction that writes for the job. A final `status` sets `finished_at` too.
 *
 * It leaves the lease alone: the lease is renewed beside the transaction, in a row of its own, so that a long
 * REPEATABLE READ transaction does not meet a concurrent update. For the same reason update no job column outside a
 * transaction while one is open; a cancel in between surfaces as a serialization failure (40001), and repeating the
 * transaction then throws `FencedOutError`.
 */
export async function fence(tx: Sql, job: ClaimedJob, set: FencedColumns): Promise<void> {
  const allowed: readonly FencedColumn[] = COLUMNS[job.kind];
  const changes = allowed.flatMap((column) => {
    const value = set[column];
    return value === undefined ? [] : [{ column, value }];
  });
  const assignments = changes.map(({ column }, index) => {
    const value = `$${index + 3}`;
    return `${column} = ${column === 'progress' ? `greatest(progress, ${value})` : value}`; // it never falls
  });
  if (PROGRESS.some((column) => set[column] !== undefined)) assignments.push('progressed = true');
  if (FINAL_STATUSES.some((status) => status === set.status)) {
    assignments.push('finished_at = clock_timestamp()');
  }
  const held = await tx.query(
    `UPDATE ${JOB_TABLES[job.kind].table} SET ${['attempt = attempt', ...assignments].join(', ')}
     WHERE id = $1 AND attempt = $2 AND status = 'processing' RETURNING id`,
    [job.id, job.attempt, ...changes.map(({ value }) => value)],
  );
  if (held.length === 0) throw new FencedOutError(job);
}
