import type { Sql } from '../database/sql';
import type { ClaimedJob, JobError, JobKind } from '../jobs/job';

/** Imports: one at a time for each workspace and resource type. Their row errors count towards the stored bytes. */
export const IMPORT_KIND: JobKind = {
  name: 'import',
  table: 'import_jobs',
  queue: 'imports',
  keyPrefix: 'imports',
  serializationKey: { columns: ['workspace_id', 'resource_type'], index: 'import_jobs_one_of_a_lane' },
  fencedColumns: [
    'status',
    'checkpoint_row',
    'row_count',
    'processed_count',
    'created_count',
    'updated_count',
    'unchanged_count',
    'failed_count',
    'skipped_count',
    'restored_count',
    'error_count',
    'error_summary',
    'warning_count',
    'warnings',
    'unprocessed_count',
    'progress',
    'ignored_columns',
  ],
  progressColumns: ['checkpoint_row', 'processed_count'],
  bytesColumn: 'file_size',
  reservationCounts: 'until_released',
  detailTable: 'import_row_errors',
  cancelAssignments: ['unprocessed_count = row_count - processed_count'],
  readingStops: {
    column: 'reading_stops',
    error: (reason) => ({
      code: 'worker_lost',
      message:
        `Reading this file was stopped three times without progress and is not tried again. ${reason} ` +
        'Split the file and import the parts.',
    }),
  },
  fail: failImport,
};

/** The errors become row errors without a row, after those that are reported already. */
async function failImport(sql: Sql, job: ClaimedJob, errors: readonly JobError[]): Promise<boolean> {
  const failed = await sql.query(
    `WITH failed AS (
       UPDATE import_jobs
       SET status = 'failed', finished_at = clock_timestamp(), error_count = error_count + $3::int,
           error_summary = error_summary || (
             SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'column', NULL, 'message', message, 'count', 1, 'first_row', NULL)), '[]')
             FROM unnest($4::text[], $5::text[]) AS error (code, message)),
           unprocessed_count = row_count - processed_count
       WHERE id = $1 AND attempt = $2 AND status = 'processing'
       RETURNING id, workspace_id
     ), reported AS (
       INSERT INTO import_row_errors (workspace_id, job_id, seq, code, message)
       SELECT failed.workspace_id, failed.id, error.nr + (
                SELECT coalesce(max(seq), 0) FROM import_row_errors WHERE job_id = $1), error.code, error.message
       FROM failed, unnest($4::text[], $5::text[]) WITH ORDINALITY AS error (code, message, nr)
     )
     SELECT id FROM failed`,
    [
      job.id,
      job.attempt,
      errors.length,
      errors.map(({ code }) => code),
      errors.map(({ message }) => message),
    ],
  );
  return failed.length > 0;
}
