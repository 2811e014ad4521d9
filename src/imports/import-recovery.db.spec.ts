import { ImportHarness, type HarnessImport } from '../../test/support/import-harness';
import { interruptImport } from '../../test/support/interrupt-import';

describe('An import that is interrupted', () => {
  let harness: ImportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start({ batchRows: 5, batchBytes: 64 });
    await harness.addType('equity', 'isin');
  });
  afterEach(() => harness.stop());

  const HEADER = 'identifier,name,type_id,isin';
  const sorted = Array.from({ length: 60 }, (_, n) => `i${String(n + 10)},Name ${n},equity,US${n}`);
  const bad = sorted.with(17, 'i27,,equity,US17').with(44, 'i54,X,nope,US44');
  const unsorted = [...bad.slice(30), ...bad.slice(0, 30), 'i10,Duplicate of row 31,equity,'];
  const csv = (rows: readonly string[]): string => [HEADER, ...rows, ''].join('\n');

  async function imported(wanted: HarnessImport, interruptions: readonly number[]): Promise<unknown> {
    const id = await harness.queue(wanted);
    for (const step of interruptions) {
      if ((await harness.job(id)).status === 'completed') break;
      await interruptImport(harness, id, step);
    }
    if ((await harness.job(id)).status !== 'completed') await harness.work(id);
    const {
      status,
      row_count,
      created_count,
      failed_count,
      error_count,
      processed_count,
      unprocessed_count,
    } = await harness.job(id);
    const errors = await harness.database.query(
      `SELECT seq, "row", "column", code FROM import_row_errors WHERE job_id = $1 ORDER BY seq`,
      [id],
    );
    const records = await harness.instruments();
    await harness.database.query('DELETE FROM instruments');
    return {
      status,
      row_count,
      created_count,
      failed_count,
      error_count,
      processed_count,
      unprocessed_count,
      errors,
      records,
    };
  }

  it.each([
    ['whose keys ascend', bad],
    ['whose keys do not ascend, and that has a duplicate', unsorted],
    ['that ascends for a while and then has a duplicate', [...bad, 'i10,Duplicate of row 1,equity,']],
  ])('ends with the same table, counters and errors as an undisturbed one: a file %s', async (_, rows) => {
    const wanted: HarnessImport = { file: csv(rows), onError: 'continue' };
    const undisturbed = await imported(wanted, []);
    expect(undisturbed).toMatchObject({
      status: 'completed',
      row_count: rows.length,
      error_count: rows.length - 58,
    });
    for (const interruptions of [[1], [2], [4, 3], [1, 1, 1, 1], [7, 2, 5], [3, 3, 3]]) {
      expect(await imported(wanted, interruptions)).toEqual(undisturbed);
    }
  });

  it('leaves nothing when it is stopped under abort, and everything when it is done again', async () => {
    const id = await harness.queue({ file: csv(sorted) });
    const controller = new AbortController();
    controller.abort('shutdown');
    await expect(harness.work(id, controller.signal)).rejects.toBe('shutdown');
    expect(await harness.instruments()).toEqual([]);
    await harness.database.query(`UPDATE job_leases SET lease_until = clock_timestamp() - interval '1 s'`);
    await harness.work(id);
    expect(await harness.job(id)).toMatchObject({ status: 'completed', created_count: 60 });
  });

  it.each([
    ['a dry run, which creates nothing', { dryRun: true }, 0],
    ['an import whose rows so far were all refused', {}, 25],
  ])('knows the new series of rows before its checkpoint: %s', async (_, options, refused) => {
    await harness.addSeries('close');
    await harness.import({ file: csv(sorted.slice(0, 1)) });
    const day = (n: number): string => `2026-01-01T00:00:${String(n).padStart(2, '0')}Z`;
    const rows = Array.from({ length: 60 }, (__, n) => `i10,close,${day(n)},${n < refused ? 'x' : n}\n`);
    const id = await harness.queue({
      file: `instrument_id,type_id,timestamp,value\n${rows.join('')}`,
      resourceType: 'time_series_values',
      onError: 'continue',
      ...options,
    });
    await interruptImport(harness, id, 4);
    const { processed_count } = await harness.job(id);
    expect(processed_count).toBeGreaterThan(0);
    await harness.work(id);
    expect(await harness.job(id)).toMatchObject({
      status: 'completed',
      created_count: 60 - refused,
      failed_count: refused,
    });
  });
});
