import type { Sql } from '../database/sql';
import type { ClaimedJob, JobError, JobKind } from '../jobs/job';

/** Exports: any number at once. A running one reserves the bytes of its file before it writes them. */
export const EXPORT_KIND: JobKind = {
  name: 'export',
  table: 'export_jobs',
  queue: 'exports',
  keyPrefix: 'exports',
  serializationKey: null,
  fencedColumns: [
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
  progressColumns: [],
  bytesColumn: 'byte_count',
  reservationCounts: 'while_processing',
  detailTable: null,
  cancelAssignments: [],
  readingStops: null,
  fail: failExport,
};

/** The row of an export has place for one error: the first. */
async function failExport(sql: Sql, job: ClaimedJob, [error]: readonly JobError[]): Promise<boolean> {
  const failed = await sql.query(
    `UPDATE export_jobs SET status = 'failed', finished_at = clock_timestamp(), error = $3::jsonb
     WHERE id = $1 AND attempt = $2 AND status = 'processing' RETURNING id`,
    [job.id, job.attempt, error ? JSON.stringify({ code: error.code, message: error.message }) : null],
  );
  return failed.length > 0;
}
