import type { Sql } from '../database/sql';
import type { ClaimedJob } from './job';
import type { JobError } from './job-error';

/** `processing → failed` in one statement, errors included; false when the attempt no longer holds the job. */
export async function failJob(sql: Sql, job: ClaimedJob, errors: readonly JobError[]): Promise<boolean> {
  const failed = await (job.kind === 'import' ? failImport(sql, job, errors) : failExport(sql, job, errors));
  return failed.length > 0;
}

function failImport(sql: Sql, job: ClaimedJob, errors: readonly JobError[]): Promise<object[]> {
  return sql.query(
    `WITH failed AS (
       UPDATE import_jobs
       SET status = 'failed', finished_at = clock_timestamp(), error_count = error_count + $3::int,
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
}

function failExport(sql: Sql, job: ClaimedJob, [error]: readonly JobError[]): Promise<object[]> {
  return sql.query(
    `UPDATE export_jobs SET status = 'failed', finished_at = clock_timestamp(), error = $3::jsonb
     WHERE id = $1 AND attempt = $2 AND status = 'processing' RETURNING id`,
    [job.id, job.attempt, error ? JSON.stringify({ code: error.code, message: error.message }) : null],
  );
}
