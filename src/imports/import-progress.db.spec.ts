import { IMPORT_KIND } from './import-kind';
import { Client } from 'pg';
import { ImportHarness } from '../../test/support/import-harness';
import { eventually } from '../../test/support/eventually';
import type { SqlSession } from '../database/sql';
import { FencedOutError } from '../jobs/job-errors';
import { JobStore } from '../jobs/job-store';

const ROWS = 40;
const BATCH_ROWS = 4;

/** Reports at every step, so that what a client sees is what was done. */
describe('The progress of an import', () => {
  let harness: ImportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start({ batchRows: BATCH_ROWS, batchBytes: 64, progressMs: 0 });
    await harness.addType('equity', 'isin');
    // Before it writes a range, an import waits for whoever has locked the number of the rows written so far.
    await harness.database.query(`
      CREATE FUNCTION wait_for_step() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      DECLARE written integer := (SELECT count(*) FROM instruments);
      BEGIN
        PERFORM pg_advisory_lock(written);
        PERFORM pg_advisory_unlock(written);
        RETURN NULL;
      END $$`);
    await harness.database.query(
      `CREATE TRIGGER wait_for_step BEFORE INSERT ON instruments FOR EACH STATEMENT EXECUTE FUNCTION wait_for_step()`,
    );
  });
  afterEach(() => harness.stop());

  const file = (names: readonly string[]): string =>
    ['identifier,name,type_id', ...names.map((name) => `${name},N,equity`), ''].join('\n');
  const ascending = Array.from({ length: ROWS }, (_, n) => `n${String(n).padStart(4, '0')}`);
  const descending = [...ascending].reverse();

  /** Runs an import that waits at each of `steps`, the rows written by then, and returns what `look` sees there. */
  async function observe<T>(
    wanted: Parameters<ImportHarness['queue']>[0],
    steps: readonly number[],
    look: (id: string) => Promise<T>,
  ): Promise<{ id: string; seen: T[]; ended: unknown }> {
    return harness.database.session('steps', async (session) => {
      for (const step of steps) await session.query(`SELECT pg_advisory_lock($1::bigint)`, [step]);
      const id = await harness.queue(wanted);
      const working = harness.work(id).then(
        () => null,
        (error: unknown) => error,
      );
      const seen: T[] = [];
      for (const step of steps) {
        await eventually(`the import waits at row ${step}`, () => isWaitedFor(session, step));
        seen.push(await look(id));
        await session.query(`SELECT pg_advisory_unlock($1::bigint)`, [step]);
      }
      return { id, seen, ended: await working };
    });
  }

  const progressOf = async (id: string): Promise<number | null> => (await harness.job(id)).progress;

  it.each([
    { name: 'abort', onError: 'abort', names: ascending },
    { name: 'continue, of a file that is read to its end first', onError: 'continue', names: descending },
  ] as const)('follows the rows applied under $name', async ({ onError, names }) => {
    const steps = [0, 8, 20, 36];
    const { id, seen, ended } = await observe({ file: file(names), onError }, steps, progressOf);
    expect(ended).toBeNull();
    expect(seen).toEqual(steps.map((rows) => Math.floor(50 + (49 * rows) / ROWS)));
    expect(await harness.job(id)).toMatchObject({ status: 'completed', progress: 100, created_count: ROWS });
  });

  it('follows the bytes read under continue while the file is read', async () => {
    const steps = [4, 16, 32];
    const { id, seen, ended } = await observe(
      { file: file(ascending), onError: 'continue' },
      steps,
      progressOf,
    );
    expect(ended).toBeNull();
    for (const [at, rows] of steps.entries()) {
      const share = (99 * rows) / ROWS;
      expect(seen[at]).toBeGreaterThan(share - 10);
      expect(seen[at]).toBeLessThan(share + 10);
    }
    expect(await progressOf(id)).toBe(100);
  });

  it('stays where it was when the import is cancelled, and the attempt ends', async () => {
    const store = new JobStore(harness.database, harness.settings);
    const { id, seen, ended } = await observe({ file: file(ascending) }, [20], async (job) => {
      await store.cancel(IMPORT_KIND, harness.workspaceId, job, null);
      return progressOf(job);
    });
    expect(seen).toEqual([74]);
    expect(ended).toBeInstanceOf(FencedOutError);
    expect(await harness.job(id)).toMatchObject({ status: 'cancelled', progress: 74 });
    expect(await harness.instruments()).toEqual([]);
  });

  it('never falls when the transaction is repeated or another attempt starts anew', async () => {
    const { seen } = await observe({ file: file(ascending) }, [20], async (id) => {
      await harness.database.query(
        `UPDATE job_leases SET lease_until = clock_timestamp() - interval '1 s', worker = NULL`,
      );
      const taken = await new JobStore(harness.app, harness.settings).claim(IMPORT_KIND, id, 'another');
      expect(taken?.attempt).toBe(2);
      return progressOf(id);
    });
    expect(seen).toEqual([74]);
  });

  it('is sent to whoever listens for changes of jobs', async () => {
    const notices: string[] = [];
    const client = new Client({ connectionString: harness.settings.databaseUrl });
    await client.connect();
    client.on('notification', ({ payload = '' }) => notices.push(payload));
    await client.query('LISTEN almagest_jobs');
    const { id } = await observe({ file: file(ascending) }, [], progressOf);
    await eventually('the end is sent', () => notices.includes(`import:${id}:completed`));
    await client.end();
    const changes = notices.filter((payload) => payload === `import:${id}:processing`);
    expect(changes.length).toBeGreaterThan(ROWS / BATCH_ROWS);
  });
});

async function isWaitedFor(sql: SqlSession, step: number): Promise<boolean> {
  const waiting = await sql.query(
    `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [step],
  );
  return waiting.length > 0;
}
