import { hostname } from 'node:os';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

const BATCH = 100;
const LEASE = `interval '1 s'`;
const PAUSE_MS = 100;

interface Job {
  id: string;
  workspace_id: string;
  blob_key: string;
  processed_count: number;
}

/**
 * The naive worker, for comparison: it writes the rows of a batch, and in another transaction later
 * how far it got. It takes over the jobs of others when their lease ends, but nothing fences what
 * it writes. Understands plain CSV files of instruments under `continue`.
 */
async function main(): Promise<void> {
  const sql = new Client({ connectionString: process.env.DATABASE_URL });
  await sql.connect();
  process.stdout.write('http://naive/health/ready\n');
  for (;;) {
    const job = await claim(sql);
    if (job === null) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    else await work(sql, job);
  }
}

async function claim(sql: Client): Promise<Job | null> {
  const { rows } = await sql.query<Job>(
    `WITH due AS (
       SELECT job.id FROM import_jobs job LEFT JOIN job_leases lease ON lease.job_id = job.id
       WHERE job.status = 'processing' AND lease.lease_until < clock_timestamp()
          OR job.status = 'queued' AND NOT EXISTS (
               SELECT FROM import_jobs other WHERE other.workspace_id = job.workspace_id
               AND (other.status = 'processing' OR other.status = 'queued' AND other.seq < job.seq))
       ORDER BY job.seq LIMIT 1 FOR UPDATE OF job SKIP LOCKED
     ), claimed AS (
       UPDATE import_jobs job SET status = 'processing', attempt = attempt + 1 FROM due WHERE job.id = due.id
       RETURNING job.id, job.attempt, job.workspace_id, job.blob_key, job.processed_count
     ), leased AS (
       INSERT INTO job_leases (job_id, kind, attempt, worker, lease_until)
       SELECT id, 'import', attempt, $1, clock_timestamp() + ${LEASE} FROM claimed
       ON CONFLICT (job_id) DO UPDATE
       SET attempt = excluded.attempt, worker = excluded.worker, lease_until = excluded.lease_until
     )
     SELECT id, workspace_id, blob_key, processed_count FROM claimed`,
    [`${hostname()}:${process.pid}:naive`],
  );
  return rows[0] ?? null;
}

async function work(sql: Client, job: Job): Promise<void> {
  const file = await readFile(join(process.env.DATA_DIR ?? '', 'files', job.blob_key), 'utf8');
  const rows = file.trimEnd().split('\n').slice(1);
  for (let from = job.processed_count; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 };
    for (const [index, row] of batch.entries()) counts[await write(sql, job, from + index + 1, row)]++;
    await sql.query(
      `UPDATE import_jobs SET processed_count = processed_count + $2, created_count = created_count + $3,
         updated_count = updated_count + $4, unchanged_count = unchanged_count + $5,
         failed_count = failed_count + $6, error_count = error_count + $6 WHERE id = $1`,
      [job.id, batch.length, counts.created, counts.updated, counts.unchanged, counts.failed],
    );
    await sql.query(`UPDATE job_leases SET lease_until = clock_timestamp() + ${LEASE} WHERE job_id = $1`, [
      job.id,
    ]);
  }
  await sql.query(
    `UPDATE import_jobs SET status = 'completed', row_count = $2, unprocessed_count = 0, finished_at = now()
     WHERE id = $1`,
    [job.id, rows.length],
  );
}

type Outcome = 'created' | 'updated' | 'unchanged' | 'failed';

async function write(sql: Client, job: Job, number: number, row: string): Promise<Outcome> {
  const [identifier, name, type, rank = ''] = row.split(',');
  const code =
    type !== 'equity' ? 'reference_not_found' : /^\d+(\.\d+)?$/.test(rank) ? null : 'invalid_number';
  if (code !== null) {
    await sql.query(
      `INSERT INTO import_row_errors (workspace_id, job_id, seq, "row", code, message)
       SELECT $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $4 FROM import_row_errors WHERE job_id = $2`,
      [job.workspace_id, job.id, number, code],
    );
    return 'failed';
  }
  const { rows } = await sql.query<{ created: boolean }>(
    `INSERT INTO instruments AS stored (workspace_id, identifier, name, type_id, field_values)
     SELECT workspace_id, $2, $3, id, jsonb_build_object('rank', $4::text) FROM instrument_types
     WHERE workspace_id = $1 AND identifier = 'equity'
     ON CONFLICT (workspace_id, identifier) DO UPDATE SET name = excluded.name, field_values = excluded.field_values
     WHERE stored.name <> excluded.name OR stored.field_values <> excluded.field_values
     RETURNING xmax::text = '0' AS created`,
    [job.workspace_id, identifier, name, rank],
  );
  return rows[0] === undefined ? 'unchanged' : rows[0].created ? 'created' : 'updated';
}

void main();
