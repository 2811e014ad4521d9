import { EXPORT_KIND } from './export-kind';
import { ExportHarness } from '../../test/support/export-harness';
import { ImportHarness } from '../../test/support/import-harness';
import { FencedOutError } from '../jobs/job-errors';
import { StorageFullError } from '../storage/blob-storage';

describe('An attempt of an export', () => {
  let harness: ImportHarness;
  let exports: ExportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start();
    exports = new ExportHarness(harness);
    await harness.addType('equity', 'isin');
  });
  afterEach(() => harness.stop());

  it.each([true, false])('stops when it is cancelled and leaves no file (gzip %s)', async (gzip) => {
    await exports.generate(60_000);
    const id = await exports.queue({ gzip });
    const stop = new AbortController();
    const { storage } = harness;
    const put = storage.put.bind(storage);
    const spy = jest.spyOn(storage, 'put').mockImplementation((key, source) =>
      put(
        key,
        cancelAfterFirst(source, async () => {
          await exports.jobs.cancel(EXPORT_KIND, harness.workspaceId, id, null);
          stop.abort('cancelled');
        }),
      ),
    );
    await expect(exports.run(await exports.claim(id), stop.signal)).rejects.toBe('cancelled');
    spy.mockRestore();
    expect(await exports.job(id)).toMatchObject({ status: 'cancelled', row_count: null, sha256: null });
    expect(await exports.files()).toEqual([]);
    expect(await openSnapshots()).toBe(0);
    expect(await exports.export({ format: 'ndjson' })).toMatch(/^\{/);
  });

  it('removes its file when the attempt was fenced out before it could publish', async () => {
    await exports.generate(5);
    const id = await exports.queue();
    const job = await exports.claim(id);
    await harness.database.query(`UPDATE export_jobs SET attempt = attempt + 1 WHERE id = $1`, [id]);
    await expect(exports.run(job)).rejects.toBeInstanceOf(FencedOutError);
    expect(await exports.files()).toEqual([]);
    expect((await exports.job(id)).status).toBe('processing');
  });

  it('fails with a clear error when the storage is full, and the connection is free again', async () => {
    await exports.generate(60_000);
    const id = await exports.queue();
    const spy = jest.spyOn(harness.storage, 'put').mockImplementation(async (_, source) => {
      for await (const chunk of source) if (chunk.length > 0) break;
      throw new StorageFullError();
    });
    await exports.run(await exports.claim(id));
    spy.mockRestore();
    expect(await exports.job(id)).toMatchObject({ status: 'failed', error: { code: 'storage_full' } });
    expect(await openSnapshots()).toBe(0);
  });

  it('fails with a clear error when a field of its filter is gone', async () => {
    const id = await exports.queue({ filter: { field: 'field.isin', op: 'eq', value: 'x' } });
    await harness.database.query(`DELETE FROM instrument_type_fields WHERE field_key = 'isin'`);
    await exports.run(await exports.claim(id));
    const { status, error } = await exports.job(id);
    expect(status).toBe('failed');
    expect(error?.code).toBe('invalid_filter');
    expect(error?.message).toContain('field.isin');
  });

  it('fails with a clear error when the types have more columns than a CSV file may have', async () => {
    await harness.database.query(
      `INSERT INTO instrument_type_fields (workspace_id, type_id, field_key, field_label, data_type, is_required,
         has_default, allow_null, display_order)
       SELECT workspace_id, id, 'f' || n, 'f', 'text', false, false, true, n + 10
       FROM instrument_types, generate_series(1, 1000) n WHERE identifier = 'equity'`,
    );
    await exports.generate(1);
    const id = await exports.queue();
    await exports.run(await exports.claim(id));
    expect(await exports.job(id)).toMatchObject({ status: 'failed', error: { code: 'too_many_columns' } });
    expect(JSON.parse(await exports.export({ format: 'json' }))).toHaveLength(1);
  });

  /** Transactions of exports that are still open. */
  async function openSnapshots(): Promise<number> {
    const [row] = await harness.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'almagest:export:%'`,
    );
    return row?.count ?? -1;
  }
});

async function* cancelAfterFirst(
  source: AsyncIterable<Uint8Array>,
  cancel: () => Promise<void>,
): AsyncIterable<Uint8Array> {
  let first = true;
  for await (const chunk of source) {
    yield chunk;
    if (first) await cancel();
    first = false;
  }
}
