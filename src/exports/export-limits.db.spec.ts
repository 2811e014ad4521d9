import { JOB_KINDS } from '../../test/support/job-kinds';
import { IMPORT_KIND } from '../imports/import-kind';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ExportHarness } from '../../test/support/export-harness';
import { ImportHarness } from '../../test/support/import-harness';
import { JobQuota } from '../jobs/job-quota';

jest.setTimeout(120_000);

const LIMIT = 400_000;
const UPLOAD = 20_000;

describe('the bytes that a workspace may store', () => {
  let base: ImportHarness;
  let exports: ExportHarness;

  beforeEach(async () => {
    base = await ImportHarness.start({ storedBytes: LIMIT, runningJobs: 0, jobPoolSize: 30 });
    exports = new ExportHarness(base);
    await base.addType('equity', 'isin');
  });
  afterEach(() => base.stop());

  /** Bytes of the files that the rows of the workspace name. */
  async function storedBytes(): Promise<number> {
    const [row] = await base.database.query<{ bytes: string }>(
      `SELECT (SELECT coalesce(sum(byte_count), 0) FROM export_jobs)
            + (SELECT coalesce(sum(file_size), 0) FROM import_jobs) AS bytes`,
    );
    return Number(row?.bytes);
  }

  /** Files of exports in the storage, those under way included. */
  async function files(): Promise<string[]> {
    const root = join(base.settings.dataDir, 'files');
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name !== '.id' && !entry.parentPath.includes('imports'))
      .map(({ name }) => name);
  }

  const runAll = async (ids: readonly string[]): Promise<void> => {
    const jobs = await Promise.all(ids.map((id) => exports.claim(id)));
    await Promise.all(jobs.map((job) => exports.run(job)));
  };

  const upload = async (): Promise<boolean> => {
    const space = new JobQuota(base.database, JOB_KINDS, base.settings);
    try {
      await base.database.transaction('READ COMMITTED', async (tx) => {
        await space.take(tx, IMPORT_KIND, base.workspaceId, UPLOAD);
        await tx.query(
          `INSERT INTO import_jobs (workspace_id, resource_type, format, on_error, file_size, file_sha256, blob_key)
           VALUES ($1, 'instruments', 'csv', 'abort', $2, '', gen_random_uuid())`,
          [base.workspaceId, UPLOAD],
        );
      });
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'too_many_bytes' });
      return false;
    }
  };

  it.each([
    ['csv', false],
    ['json', false],
    ['ndjson', false],
    ['csv', true],
  ] as const)('are never exceeded by parallel exports and uploads (%s, gzip: %s)', async (format, gzip) => {
    await exports.generate(gzip ? 20_000 : 400);
    const ids = await Promise.all(Array.from({ length: 9 }, () => exports.queue({ format, gzip })));
    const uploads = Promise.all(Array.from({ length: 9 }, upload));
    await runAll(ids);
    const accepted = (await uploads).filter((was) => was).length;
    const jobs = await Promise.all(ids.map((id) => exports.job(id)));
    const completed = jobs.filter(({ status }) => status === 'completed');
    const failed = jobs.filter(({ status }) => status === 'failed');
    expect(completed.length + failed.length).toBe(9);
    expect(await storedBytes()).toBeLessThanOrEqual(LIMIT);
    expect(failed.length + 9 - accepted).toBeGreaterThan(0);
    for (const { error, byte_count } of failed) {
      expect([error?.code, byte_count]).toEqual(['too_many_bytes', null]);
      expect(error?.message).toContain('400,000');
    }
    expect(await files()).toHaveLength(completed.length);
    // What the failed ones had written counts no longer: what is left can be used up to the last byte.
    const left = LIMIT - (await storedBytes());
    const space = new JobQuota(base.database, JOB_KINDS, base.settings);
    const take = (bytes: number) =>
      base.database.transaction('READ COMMITTED', (tx) =>
        space.take(tx, IMPORT_KIND, base.workspaceId, bytes),
      );
    await take(left);
    await expect(take(left + 1)).rejects.toMatchObject({ code: 'too_many_bytes' });
  });

  it('stop an export while it is written, long before its end', async () => {
    await exports.generate(40_000); // 10 MB
    const id = await exports.queue();
    const put = base.storage.put.bind(base.storage);
    let written = 0;
    jest.spyOn(base.storage, 'put').mockImplementation((key, source) =>
      put(
        key,
        (async function* () {
          for await (const chunk of source) {
            written += chunk.length;
            yield chunk;
          }
        })(),
      ),
    );
    await runAll([id]);
    expect(await exports.job(id)).toMatchObject({ status: 'failed', error: { code: 'too_many_bytes' } });
    expect(written).toBeLessThanOrEqual(LIMIT);
    expect(await files()).toEqual([]);
  });

  it('count an export once, however many attempts it takes', async () => {
    await exports.generate(800); // 200 KB
    const id = await exports.queue();
    const job = await exports.claim(id);
    const stop = new AbortController();
    const put = base.storage.put.bind(base.storage);
    jest.spyOn(base.storage, 'put').mockImplementationOnce((key, source) =>
      put(
        key,
        (async function* () {
          for await (const chunk of source) yield chunk;
          stop.abort('shutdown');
          throw new Error('The process stops when the whole file is written.');
        })(),
      ),
    );
    await expect(exports.run(job, stop.signal)).rejects.toBe('shutdown');
    await exports.jobs.handBack(job);
    await runAll([id]);
    expect(await exports.job(id)).toMatchObject({ status: 'completed' });
    const again = await exports.queue();
    await runAll([again]);
    expect((await exports.job(again)).status).toBe((await storedBytes()) <= LIMIT ? 'completed' : 'failed');
  });

  it('are any number when the setting is 0', async () => {
    const free = new ExportHarness(base);
    Object.assign(base.settings, { storedBytes: 0 });
    await free.generate(4_000);
    const id = await free.queue();
    await runAll([id]);
    expect((await free.job(id)).byte_count).toBeGreaterThan(LIMIT);
  });
});
