import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bearer, ImportsClient } from './support/imports-client';
import { csvPart, INSTRUMENTS, sendForm } from './support/raw-upload';
import { bindFolder, unbindFolder } from './support/small-disk';
import { startTestApp, type TestApp } from './support/test-app';
import { makeTestFolder } from './support/test-servers';
import { eventually } from './support/eventually';

const HEADER = 'identifier,name,type_id\n';
const FILE = `${HEADER}a,A,equity\nb,B,none\n`;
/**
 * Jobs that wait for their file are tried again soon: the growth of that wait is tested with the
 * attempts.
 */
const QUICK_RETRIES = { RECONCILE_MS: '200', RETRY_MAX_MS: '200' };
const FIELDS = { resource_type: 'instruments', on_error: 'continue' };

/** How `DATA_DIR/files` goes away under a running server, and how it comes back. */
interface Loss {
  name: string;
  /** Puts the folder there before the start; false when this machine cannot. */
  prepare?: (files: string) => Promise<boolean>;
  lose: (files: string) => Promise<unknown>;
  bringBack: (files: string) => Promise<unknown>;
}

const LOSSES: Loss[] = [
  {
    name: 'unmounted',
    prepare: async (files) => {
      await mkdir(`${files}.disk`, { recursive: true });
      await mkdir(files, { recursive: true });
      return bindFolder(`${files}.disk`, files);
    },
    lose: unbindFolder,
    bringBack: (files) => bindFolder(`${files}.disk`, files),
  },
  {
    name: 'removed',
    lose: (files) => rename(files, `${files}.away`),
    bringBack: (files) => rename(`${files}.away`, files),
  },
  {
    name: 'replaced by the files of another server',
    lose: async (files) => {
      await rename(files, `${files}.away`);
      await mkdir(files);
      await writeFile(join(files, '.id'), '00000000-0000-4000-8000-000000000000\n');
    },
    bringBack: async (files) => {
      await rm(files, { recursive: true });
      await rename(`${files}.away`, files);
    },
  },
  {
    name: 'replaced by a file',
    lose: async (files) => {
      await rename(files, `${files}.away`);
      await writeFile(files, '');
    },
    bringBack: async (files) => {
      await rm(files);
      await rename(`${files}.away`, files);
    },
  },
];

describe.each(LOSSES)('a folder of files that is $name while the server runs', (loss) => {
  let dataDir: string;
  let files: string;
  let app: TestApp;
  let client: ImportsClient;

  beforeAll(async () => {
    dataDir = await makeTestFolder();
    files = join(dataDir, 'files');
    const prepared = loss.prepare === undefined || (await loss.prepare(files));
    if (!prepared) Object.assign(loss, LOSSES[1]); // the next best where nothing can be mounted: it is removed
    app = await startTestApp({ DATA_DIR: dataDir, ...QUICK_RETRIES });
    client = new ImportsClient(app);
    await client.addType('equity');
  });

  afterAll(async () => {
    await app.stop();
    if (loss.prepare !== undefined) await unbindFolder(files).catch(() => undefined); // it was removed instead
    await rm(dataDir, { recursive: true });
  });

  const ready = async (): Promise<unknown[]> => {
    const { status, body } = await app.http.get('/health/ready');
    return [status, body.status, body.storage];
  };

  const exportOf = async (id: string): Promise<Record<string, unknown>> =>
    (await app.http.get(`/v1/workspaces/${app.workspace}/exports/${id}`).set(bearer(app.token)).expect(200))
      .body;

  const orderExport = async (): Promise<string> => {
    const ordered = await app.http
      .post(`/v1/workspaces/${app.workspace}/exports`)
      .set(bearer(app.token))
      .send({ object_type: 'instruments' })
      .expect(202);
    return String(ordered.body.id);
  };

  it('is reported by readiness, refuses what needs it, loses no job, and works again when it is back', async () => {
    expect(await ready()).toEqual([200, 'ok', 'up']);
    const done = await client.import(FILE, FIELDS);
    const exported = await orderExport();
    await eventually('the export ends', async () => (await exportOf(exported))['status'] === 'completed');
    const release = await blockSerializationKey(app);
    const { id: queued } = await client.queue(FILE, FIELDS);

    await loss.lose(files);
    expect(await ready()).toEqual([503, 'unavailable', 'down']);
    const refused = await sendForm(client, csvPart(`${HEADER}${'x,X,equity\n'.repeat(20_000)}`), INSTRUMENTS);
    const download = `/v1/workspaces/${app.workspace}/exports/${exported}/download`;
    const file = await app.http.get(download).set(bearer(app.token));
    const rejected = await client.get(`/${done.id}/rejected-rows`);
    for (const { status, body, headers } of [refused, file, rejected]) {
      expect([status, body.code, headers['retry-after']]).toEqual([503, 'unavailable', '5']);
      expect(body.detail).toMatch(/storage of files cannot be used/);
    }
    await release();
    const waiting = await orderExport();
    await eventually('both were tried', async () => (await attempts(app, queued)) > 4);
    expect([(await client.job(queued)).status, (await exportOf(waiting))['status']]).toEqual([
      'processing',
      'processing',
    ]);
    if (loss.name === 'removed') await expect(access(files)).rejects.toThrow('ENOENT');

    await loss.bringBack(files);
    expect(await ready()).toEqual([200, 'ok', 'up']);
    expect(await client.finished(queued)).toMatchObject({ status: 'completed', failed_count: 1 });
    await eventually('the export ends', async () => (await exportOf(waiting))['status'] === 'completed');
    await app.http.get(download).set(bearer(app.token)).expect(200);
    expect(await client.import(FILE, FIELDS)).toMatchObject({ status: 'completed' });
  });
});

describe('a stored file that is missing', () => {
  let app: TestApp;
  let client: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp(QUICK_RETRIES);
    client = new ImportsClient(app);
    await client.addType('equity');
  });
  afterAll(() => app.stop());

  const pathOf = async (table: 'import_jobs' | 'export_jobs', id: string): Promise<string> => {
    const [row] = await app.database.query<{ blob_key: string }>(
      `SELECT blob_key FROM ${table} WHERE id = $1`,
      [id],
    );
    return join(client.settings.dataDir, 'files', row?.blob_key ?? '');
  };

  it('lets an import wait for it, and run when it is back', async () => {
    const release = await blockSerializationKey(app);
    const { id } = await client.queue(FILE, FIELDS);
    const path = await pathOf('import_jobs', id);
    await rename(path, `${path}.away`);
    await release();
    await eventually('it is at work', async () => (await client.job(id)).status === 'processing');
    await rename(`${path}.away`, path);
    expect(await client.finished(id)).toMatchObject({ status: 'completed', failed_count: 1 });
  });

  it.each(['abort', 'continue'])(
    'ends an import with its own code when it stays away (%s)',
    async (onError) => {
      const release = await blockSerializationKey(app);
      const { id } = await client.queue(FILE, { ...FIELDS, on_error: onError });
      await rm(await pathOf('import_jobs', id));
      await release();
      const { status, errors } = await client.finished(id, 60_000);
      expect([status, errors]).toEqual([
        'failed',
        [expect.objectContaining({ row: null, code: 'stored_file_missing' })],
      ]);
      expect(errors[0]?.message).toMatch(/missing on the server.*Send the file again/);
    },
  );

  it('is named by the rejected rows and by the download of an export, which was not removed in time', async () => {
    const { id } = await client.import(FILE, FIELDS);
    await rm(await pathOf('import_jobs', id));
    const rejected = await client.get(`/${id}/rejected-rows`);
    expect([rejected.status, rejected.body.code]).toEqual([410, 'stored_file_missing']);
    const exports = `/v1/workspaces/${app.workspace}/exports`;
    const { body } = await app.http.post(exports).set(bearer(app.token)).send({ object_type: 'instruments' });
    await eventually('it ends', async () => {
      const job = await app.http.get(`${exports}/${String(body.id)}`).set(bearer(app.token));
      return job.body.status === 'completed';
    });
    await rm(await pathOf('export_jobs', String(body.id)));
    for (const method of ['get', 'head'] as const) {
      const answer = await app.http[method](`${exports}/${String(body.id)}/download`).set(bearer(app.token));
      expect(answer.status).toBe(410);
      if (method === 'head') continue;
      expect(answer.body.code).toBe('stored_file_missing');
      expect(answer.body.detail).not.toMatch(/time was over/);
      expect(answer.body.detail).toMatch(/missing on the server/);
    }
  });
});

/**
 * Keeps imports of instruments queued: an older one of their serialization key runs elsewhere.
 * Returns what lets them go.
 */
async function blockSerializationKey({ database, workspace }: TestApp): Promise<() => Promise<unknown>> {
  const [blocker] = await database.query<{ id: string }>(
    `INSERT INTO import_jobs (workspace_id, resource_type, format, on_error, blob_key, file_size, file_sha256, status, attempt)
     SELECT id, 'instruments', 'csv', 'abort', 'imports/blocker', 0, '', 'processing', 1
     FROM workspaces WHERE slug = $1 RETURNING id`,
    [workspace],
  );
  return () => database.query('DELETE FROM import_jobs WHERE id = $1', [blocker?.id ?? '']);
}

async function attempts({ database }: TestApp, id: string): Promise<number> {
  const [row] = await database.query<{ attempt: number }>('SELECT attempt FROM import_jobs WHERE id = $1', [
    id,
  ]);
  return row?.attempt ?? 0;
}
