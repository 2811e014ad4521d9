import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  { table: 'import_jobs', kind: 'import', counter: 'processed_count' },
  { table: 'export_jobs', kind: 'export', counter: 'row_count' },
];

/** A final job never changes again, and every change that a client can see is told to whoever listens. */
export class JobTriggers1764000002002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION almagest_job_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        bookkept record := OLD;
      BEGIN
        bookkept.blob_key := NEW.blob_key;               -- what retention does to the files
        bookkept.blob_removed_at := NEW.blob_removed_at;
        IF bookkept::text IS DISTINCT FROM NEW::text THEN
          RAISE EXCEPTION 'job % is % and never changes again', OLD.id, OLD.status USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION almagest_tell_job() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('almagest_jobs', TG_ARGV[0] || ':' || NEW.id || ':' || NEW.status);
        RETURN NULL;
      END $$`);
    for (const { table, kind, counter } of TABLES) {
      await runner.query(`
        CREATE TRIGGER ${table}_final BEFORE UPDATE ON ${table} FOR EACH ROW
        WHEN (OLD.status IN ('completed', 'failed', 'cancelled'))
        EXECUTE FUNCTION almagest_job_is_final()`);
      await runner.query(`
        CREATE TRIGGER ${table}_created AFTER INSERT ON ${table} FOR EACH ROW
        EXECUTE FUNCTION almagest_tell_job('${kind}')`);
      await runner.query(`
        CREATE TRIGGER ${table}_changed AFTER UPDATE ON ${table} FOR EACH ROW
        WHEN ((OLD.status, OLD.progress, OLD.row_count, OLD.${counter})
              IS DISTINCT FROM (NEW.status, NEW.progress, NEW.row_count, NEW.${counter}))
        EXECUTE FUNCTION almagest_tell_job('${kind}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of TABLES) {
      for (const name of ['final', 'created', 'changed']) {
        await runner.query(`DROP TRIGGER ${table}_${name} ON ${table}`);
      }
    }
    await runner.query(`DROP FUNCTION almagest_job_is_final()`);
    await runner.query(`DROP FUNCTION almagest_tell_job()`);
  }
}
