import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['import_jobs', 'export_jobs'] as const;

/**
 * How far the work of a job is, in the row of its lease: an import under `abort` is one REPEATABLE READ transaction, and its
 * end could not be written if somebody changed the job row meanwhile. The end of a job moves the number to the job row.
 */
export class JobProgress1764000007100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [{ schema } = { schema: 'public' }] = (await runner.query(
      `SELECT quote_ident(current_schema()) AS schema`,
    )) as { schema: string }[];
    await runner.query(
      `ALTER TABLE job_leases ADD COLUMN progress smallint NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 99)`,
    );
    // A workspace reads the progress of its jobs, and nothing else of leases.
    await runner.query(`
      CREATE FUNCTION almagest_job_progress(job uuid) RETURNS smallint LANGUAGE sql STABLE SECURITY DEFINER
      SET search_path = pg_catalog AS $$
        SELECT progress FROM ${schema}.job_leases WHERE job_id = job
      $$`);
    // The view hides the progress of a COPY from roles that do not have the rights of its login.
    await runner.query(`
      CREATE FUNCTION almagest_copied_rows(name text) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER
      SET search_path = pg_catalog AS $$
        SELECT max(copy.tuples_processed) FROM pg_stat_progress_copy copy JOIN pg_stat_activity activity USING (pid)
        WHERE activity.datname = current_database() AND activity.application_name = name AND name LIKE 'almagest:%'
      $$`);
    await runner.query(`
      CREATE FUNCTION almagest_keep_progress() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.progress := greatest(NEW.progress, almagest_job_progress(NEW.id));
        RETURN NEW;
      END $$`);
    for (const table of TABLES) {
      await runner.query(`
        CREATE TRIGGER ${table}_keep_progress BEFORE UPDATE ON ${table} FOR EACH ROW
        WHEN (OLD.status = 'processing' AND NEW.status IN ('completed', 'failed', 'cancelled'))
        EXECUTE FUNCTION almagest_keep_progress()`);
    }
    await runner.query(`
      CREATE FUNCTION almagest_notify_progress() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('almagest_jobs', NEW.kind || ':' || NEW.job_id || ':processing');
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER job_leases_progress AFTER UPDATE ON job_leases FOR EACH ROW
      WHEN (OLD.progress <> NEW.progress)
      EXECUTE FUNCTION almagest_notify_progress()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER job_leases_progress ON job_leases`);
    await runner.query(`DROP FUNCTION almagest_notify_progress()`);
    for (const table of TABLES) await runner.query(`DROP TRIGGER ${table}_keep_progress ON ${table}`);
    await runner.query(`DROP FUNCTION almagest_keep_progress()`);
    await runner.query(`DROP FUNCTION almagest_copied_rows(text)`);
    await runner.query(`DROP FUNCTION almagest_job_progress(uuid)`);
    await runner.query(`ALTER TABLE job_leases DROP COLUMN progress`);
  }
}
