import { quote } from '../../../src/catalog/sql/sql-text';
import { eventually } from '../eventually';
import type { ImportJobDto } from '../../../src/imports/import-job.dto';
import type { Upload } from '../workspace-client';
import { BATCH_ROWS, type Subject } from './subject';
import { writeFile, type Row } from './write-file';

const LOCK = 5_124_093;
const BEFORE = 2 * BATCH_ROWS;
const ROWS = 4 * BATCH_ROWS;

/** What a cancel in the middle of a file leaves behind. */
export function cancelContract(given: () => Subject): void {
  it('keeps whole batches when it is cancelled in the middle, and ends the same when the file comes again', async () => {
    const subject = given();
    const rows = await subject.rows(...Array.from({ length: ROWS }, (_, n) => n + 1));
    expect(await subject.import(rows, { on_error: 'continue' })).toMatchObject({
      created_count: ROWS,
      errors: [],
    });
    const undisturbed = await subject.snapshot();
    await subject.truncate();

    const kept = await holdAfter(subject, BEFORE, async (isHeld) => {
      const id = await subject.client.queue({ ...fileOf(subject, rows), on_error: 'continue' });
      await eventually('the import waits in the middle', isHeld);
      const job = await subject.client.post<ImportJobDto>(`/imports/${id}/cancel`, {});
      expect(job).toMatchObject({ status: 'cancelled', failed_count: 0 });
      expect(job.created_count).toBe(job.processed_count);
      expect(await subject.count()).toBe(job.processed_count);
      return job.processed_count;
    });
    expect([kept >= BEFORE, kept < ROWS]).toEqual([true, true]);

    expect(await subject.count()).toBe(kept);
    const again = await subject.import(rows, { on_error: 'continue' });
    expect(again).toMatchObject({ status: 'completed', unchanged_count: kept, created_count: ROWS - kept });
    expect(await subject.snapshot()).toBe(undisturbed);
  });
}

function fileOf({ resource }: Subject, rows: readonly Row[]): Upload {
  return { file: writeFile('csv', rows), name: 'file.csv', resource_type: resource.name };
}

/**
 * While `work` runs, an import that has written `rows` records of the subject waits before it
 * writes the next.
 */
async function holdAfter<T>(
  { app, resource }: Subject,
  rows: number,
  work: (isHeld: () => Promise<boolean>) => Promise<T>,
): Promise<T> {
  const table = quote(resource.table);
  const [{ count } = { count: 0 }] = await app.database.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM ${table}`,
  );
  await app.database.query(`
    CREATE FUNCTION hold_import() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF (SELECT count(*) FROM ${table}) >= ${count + rows} THEN PERFORM pg_advisory_xact_lock(${LOCK}); END IF;
      RETURN NULL;
    END $$`);
  await app.database.query(
    `CREATE TRIGGER hold_import BEFORE INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION hold_import()`,
  );
  const isHeld = async (): Promise<boolean> =>
    (
      await app.database.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = ${LOCK} AND NOT granted`,
      )
    ).length > 0;
  try {
    return await app.database.session('contract', async (session) => {
      await session.query(`SELECT pg_advisory_lock(${LOCK})`);
      try {
        return await work(isHeld);
      } finally {
        await session.query(`SELECT pg_advisory_unlock(${LOCK})`);
      }
    });
  } finally {
    await app.database.query(`DROP TRIGGER hold_import ON ${table}`);
    await app.database.query(`DROP FUNCTION hold_import()`);
  }
}
