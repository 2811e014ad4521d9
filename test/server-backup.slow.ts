import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { EmbeddedServers } from '../src/embedded/start-embedded';
import type { ImportJobDto } from '../src/imports/import-job.dto';
import { type AppProcess, spawnApp, waitUntilUp } from './support/app-process';
import { runCli, startCli, type CliResult } from './support/run-cli';
import { createTestDatabase, type TestDatabase } from './support/test-database';
import { makeTestFolder, startTestServers } from './support/test-servers';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(300_000);

const TOKEN = `ptk_live_${'5'.repeat(64)}`;
const HEADER = 'identifier,name,type_id\n';
const rows = (count: number, prefix = 'n'): string =>
  HEADER + Array.from({ length: count }, (_, n) => `${prefix}${n},Name ${n},equity\n`).join('');

let folder: string;
let apps: AppProcess[] = [];
let servers: EmbeddedServers[] = [];

beforeEach(async () => {
  folder = await makeTestFolder();
});
afterEach(async () => {
  for (const app of apps) await stop(app);
  for (const each of servers) await each.stop();
  [apps, servers] = [[], []];
  await rm(folder, { recursive: true });
});

async function start(environment: Record<string, string>): Promise<WorkspaceClient> {
  const app = spawnApp({ BOOTSTRAP_TOKEN: TOKEN, RECONCILE_MS: '500', ...environment });
  apps.push(app);
  return new WorkspaceClient({ url: await waitUntilUp(app) }, TOKEN, 'default');
}

async function stop({ child, ended }: AppProcess): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

const stopAll = async (): Promise<void> => {
  for (const app of apps.splice(0)) await stop(app);
};

/**
 * The environment of a server in a folder of its own: on private servers, or on a cluster of its
 * own that is named.
 */
async function environmentOf(name: string, kind: string): Promise<Record<string, string>> {
  const environment = { DATA_DIR: join(folder, name) };
  if (kind === 'private') return environment;
  const started = await startTestServers();
  servers.push(started);
  return { ...environment, DATABASE_URL: started.databaseUrl, REDIS_URL: started.redisUrl };
}

const server = (environment: Record<string, string>, ...args: string[]): Promise<CliResult> =>
  startCli(['server', ...args], environment).ended;

describe.each(['private', 'DATABASE_URL'])('a server on PostgreSQL (%s)', (kind) => {
  it('is backed up while it runs and restored on a fresh cluster: same files, tokens, jobs', async () => {
    const from = await environmentOf('from', kind);
    const client = await start(from);
    await client.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
    await client.post('/series', { identifier: 'close', name: 'Close', kind: 'scalar' });
    const done = await client.import({
      file: `${rows(500)}bad,,none\n`,
      resource_type: 'instruments',
      on_error: 'continue',
    });
    const values = 'instrument_id,type_id,timestamp,value\nn1,close,2026-01-02,1.10\n';
    expect(await client.import({ file: values, resource_type: 'time_series_values' })).toMatchObject({
      created_count: 1,
    });
    const exported = await client.export({ object_type: 'instruments', gzip: true });
    const robot = await client.post<{ id: string }>('/memberships/robots', {
      display_name: 'r',
      role: 'viewer',
    });
    const { token } = await client.post<{ token: string }>(`/memberships/robots/${robot.id}/tokens`, {});
    await stopAll();
    const waiting = await (
      await start({ ...from, ROLE: 'api' })
    ).queue({ file: rows(50, 'm'), resource_type: 'instruments' });

    const backup = join(folder, 'backup');
    const saved = await server(from, 'backup', backup);
    expect([saved.code, saved.err, saved.out]).toEqual([0, '', expect.stringMatching(/^Saved in .*4 files/)]);
    await stopAll();

    const to = await environmentOf('to', kind);
    const restored = await server(to, 'restore', backup);
    expect([restored.code, restored.err]).toEqual([0, '']);
    expect((await server(to, 'restore', backup)).err).toMatch(/is not empty/);
    const again = await start({ ...to, BOOTSTRAP_TOKEN: '' });
    expect(apps[0]?.output()).not.toContain('ptk_live_');
    const { id } = exported.job;
    const download = await fetch((await again.get<{ download_url: string }>(`/exports/${id}`)).download_url);
    expect(Buffer.from(await download.arrayBuffer()).equals(exported.file)).toBe(true);
    expect(await again.finish<ImportJobDto>('/imports', waiting)).toMatchObject({
      status: 'completed',
      created_count: 50,
    });
    expect(await again.get(`/imports/${done.id}`)).toEqual({ ...done });
    expect(await again.get('/memberships/robots')).toMatchObject({ data: [{ id: robot.id }] });
    const viewer = new WorkspaceClient({ url: new URL(download.url).origin }, token, 'default');
    expect(await viewer.post('/instruments/count', {})).toEqual({ count: 550 });
    expect((await again.export({ object_type: 'time_series_values' })).file.toString()).toContain(',1.10\n');
    await expect(viewer.post('/instruments', {})).rejects.toThrow('403');
    // A new pair takes its key from the sequence: it must be behind those that were restored.
    const more = 'instrument_id,type_id,timestamp,value\nn2,close,2026-01-02,2\n';
    expect(await again.import({ file: more, resource_type: 'time_series_values' })).toMatchObject({
      created_count: 1,
    });
  });
});

describe('a backup', () => {
  let database: TestDatabase;
  let target: TestDatabase;
  let from: Record<string, string>;
  let to: Record<string, string>;
  let client: WorkspaceClient;
  const backup = (): string => join(folder, 'backup');

  beforeEach(async () => {
    [database, target] = [await createTestDatabase(), await createTestDatabase()];
    const redis = { REDIS_URL: process.env['ALMAGEST_TEST_REDIS_URL'] ?? '', REDIS_PREFIX: folder };
    from = { DATA_DIR: join(folder, 'from'), DATABASE_URL: database.url, ...redis };
    to = { ...from, DATA_DIR: join(folder, 'to'), DATABASE_URL: target.url };
    client = await start(from);
    await client.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
  });
  afterEach(async () => {
    await stopAll();
    await database.drop();
    await target.drop();
  });

  const upload = (count: number): Promise<ImportJobDto> =>
    client.import({ file: rows(count), resource_type: 'instruments' });

  const nothingRestored = async (): Promise<void> => {
    const rest = await readdir(join(folder, 'to', 'files')).catch(() => []);
    expect(rest.filter((name) => name !== '.tmp')).toEqual([]);
    expect(
      await query(
        target,
        `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
      ),
    ).toEqual([]);
  };

  it('of a server under load restores to a state in which every job has its file and its rows', async () => {
    let running = true;
    const load = (async () => {
      for (let n = 0; running; n++) {
        await client.import({ file: rows(20, `load${n}-`), resource_type: 'instruments' });
        await client.export({ object_type: 'instruments' });
      }
    })();
    while ((await client.post<{ count: number }>('/instruments/count', {})).count < 100);
    expect((await runCli(['server', 'backup', backup()], from)).code).toBe(0);
    running = false;
    await load;
    expect((await runCli(['server', 'restore', backup()], to)).code).toBe(0);
    const [counts] = await query(
      target,
      `SELECT (SELECT count(*) FROM instruments) AS stored, sum(created_count) AS created FROM import_jobs`,
    );
    expect(counts?.['stored']).toBe(counts?.['created']);
    const named = await query(
      target,
      'SELECT blob_key FROM import_jobs UNION ALL SELECT blob_key FROM export_jobs WHERE blob_key IS NOT NULL',
    );
    for (const { blob_key: key } of named) await readFile(join(folder, 'to', 'files', String(key)));
  });

  it('notes what was removed in time meanwhile, and reports a file that is lost', async () => {
    const [old, lost] = [await upload(2), await upload(3)];
    await query(
      database,
      `ALTER TABLE import_jobs DISABLE TRIGGER USER;
       UPDATE import_jobs SET finished_at = now() - interval '2 days' WHERE id = '${old.id}';
       ALTER TABLE import_jobs ENABLE TRIGGER USER`,
    );
    await rm(join(folder, 'from', 'files', 'imports'), { recursive: true });
    const { code, err } = await runCli(['server', 'backup', backup()], { ...from, FILE_RETENTION_DAYS: '1' });
    expect([code, err]).toEqual([1, expect.stringMatching(/files of jobs are missing: 1\./)]);
    expect((await runCli(['server', 'restore', backup()], to)).code).toBe(0);
    const removed = 'SELECT id, blob_removed_at IS NOT NULL AS removed FROM import_jobs ORDER BY seq';
    expect(await query(target, removed)).toEqual([
      { id: old.id, removed: true },
      { id: lost.id, removed: false },
    ]);
  });

  it('goes into a new folder only, and leaves nothing when it fails', async () => {
    await writeFile(backup(), '');
    expect((await runCli(['server', 'backup', join(folder, 'from')], from)).err).toMatch(/is not empty/);
    const other = join(folder, 'other');
    const failed = await runCli(['server', 'backup', other], { ...from, DATABASE_URL: target.url });
    expect(failed.err).toMatch(/holds no Almagest/);
    expect((await runCli(['server', 'backup', other], { ...from, DATA_DIR: folder })).err).toMatch(
      /does not hold the files/,
    );
    expect((await runCli(['server', 'backup', other], { DATA_DIR: join(folder, 'none') })).err).toMatch(
      /no private PostgreSQL/,
    );
    await expect(readdir(other)).rejects.toThrow('ENOENT');
  });

  it('that is damaged, cut short or newer is refused, and the server can be restored from a good one', async () => {
    await client.import({ file: rows(2), resource_type: 'instruments' });
    expect((await runCli(['server', 'backup', backup()], from)).code).toBe(0);
    const [upload = ''] = await readdir(join(backup(), 'files', 'imports'));
    const damages: [string, (copy: string) => Promise<unknown>, RegExp][] = [
      [
        'a table',
        (copy) => appendFile(join(copy, 'tables', 'instruments.copy.gz'), 'x'),
        /instruments\.copy\.gz/,
      ],
      ['no table', (copy) => rm(join(copy, 'tables', 'tokens.copy.gz')), /tokens\.copy\.gz/],
      ['a file', (copy) => appendFile(join(copy, 'files', 'imports', upload), 'x'), /is damaged/],
      ['no file', (copy) => rm(join(copy, 'files', 'imports', upload)), /is missing/],
      ['the list', (copy) => appendFile(join(copy, 'files.ndjson'), '{}\n'), /files\.ndjson is damaged/],
      ['no manifest', (copy) => rm(join(copy, 'manifest.json')), /is not a complete backup/],
      [
        'newer',
        (copy) => edit(copy, (text) => text.replace(/"timestamp": "\d+"/, '"timestamp": "9999999999999"')),
        /which is newer/,
      ],
      [
        'other format',
        (copy) => edit(copy, (text) => text.replace('"format": 1', '"format": 2')),
        /backup of format 2/,
      ],
    ];
    for (const [name, damage, message] of damages) {
      const copy = join(folder, name.replaceAll(' ', '-'));
      await cp(backup(), copy, { recursive: true });
      await damage(copy);
      const { code, err } = await runCli(['server', 'restore', copy], to);
      expect([name, code, err]).toEqual([name, 2, expect.stringMatching(message)]);
      await nothingRestored();
    }
    expect((await runCli(['server', 'restore', backup()], to)).code).toBe(0);
    expect(await query(target, 'SELECT identifier FROM instruments ORDER BY 1')).toHaveLength(2);
  });

  it('is not restored over a database or files that are in use', async () => {
    expect((await runCli(['server', 'backup', backup()], from)).code).toBe(0);
    expect(
      (await runCli(['server', 'restore', backup()], { ...to, DATABASE_URL: database.url })).err,
    ).toMatch(/The database is not empty/);
    await nothingRestored();
    expect(
      (await runCli(['server', 'restore', backup()], { ...to, DATA_DIR: from['DATA_DIR'] ?? '' })).err,
    ).toMatch(/files is not empty/);
    await client.import({ file: rows(1), resource_type: 'instruments' });
  });
});

async function edit(copy: string, change: (text: string) => string): Promise<void> {
  const path = join(copy, 'manifest.json');
  await writeFile(path, change(await readFile(path, 'utf8')));
}

async function query({ url }: TestDatabase, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
