import { type Cut, CommitCutter } from './support/commit-cutter';
import { eventually } from './support/eventually';
import { bearer, ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';
import { createMigratedDatabase, type TestDatabase } from './support/test-database';

const ROWS = 300;
const FILE = `identifier,name,type_id\n${Array.from({ length: ROWS }, (_, n) => `d${n},D ${n},equity`).join('\n')}\n`;
const CUTS: readonly Cut[] = ['before', 'after'];
const QUICK = {
  RECONCILE_MS: '200',
  RETRY_MAX_MS: '200',
  LEASE_MS: '1000',
  LEASE_RENEW_MS: '300',
  BATCH_ROWS: '100',
};

describe('a connection to the database that is lost at COMMIT', () => {
  let database: TestDatabase;
  let cutter: CommitCutter;
  let app: TestApp;
  let imports: ImportsClient;

  beforeEach(async () => {
    database = await createMigratedDatabase();
    cutter = await CommitCutter.start(database.url);
    app = await startTestApp({ DATABASE_URL: cutter.through(database.url), ...QUICK });
    imports = new ImportsClient(app);
    await imports.addType('equity');
  });
  afterEach(async () => {
    await app.stop();
    await cutter.stop();
    await database.drop();
  });

  const send = (method: 'post' | 'patch', path: string, body: object) =>
    app.http[method](`/v1/workspaces/${app.workspace}${path}`).set(bearer(app.token)).send(body);
  const count = async (where: string): Promise<unknown> =>
    (await database.execute(`SELECT count(*)::int AS count FROM instruments WHERE ${where}`))[0];

  it.each(CUTS)('creates a record once, or says that the outcome is unknown (%s the commit)', async (cut) => {
    cutter.arm(cut, 'INSERT INTO "instruments"');
    const answer = await send('post', '/instruments', { identifier: 'one', name: 'One', type_id: 'equity' });
    expect(cutter.cuts).toBe(1);
    if (cut === 'before') expect([answer.status, answer.body.identifier]).toEqual([201, 'one']);
    else {
      expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
      expect(answer.body.detail).toMatch(/whether it took effect is not known\. Read what/);
      expect(answer.headers['retry-after']).toBeUndefined();
    }
    expect(await count(`identifier = 'one'`)).toEqual({ count: 1 });
    const again = await send('post', '/instruments', { identifier: 'one', name: 'One', type_id: 'equity' });
    expect([again.status, again.body.code]).toEqual([409, 'conflict']); // a plain conflict is still one
  });

  it.each(CUTS)('changes a record (%s the commit)', async (cut) => {
    await send('post', '/instruments', { identifier: 'one', name: 'One', type_id: 'equity' });
    cutter.arm(cut, 'UPDATE "instruments"');
    const answer = await send('patch', '/instruments/one', { name: 'Two' });
    expect([cutter.cuts, answer.status, answer.body.name]).toEqual([1, 200, 'Two']);
    expect(await count(`identifier = 'one' AND name = 'Two'`)).toEqual({ count: 1 });
  });

  it.each(CUTS)('queues an import once (%s the commit)', async (cut) => {
    cutter.arm(cut, 'INSERT INTO import_jobs');
    const { id } = await imports.queue(FILE);
    expect(cutter.cuts).toBe(1);
    await eventually(
      'the import is done',
      async () => (await imports.get(`/${id}`)).body.status === 'completed',
    );
    expect(await database.execute('SELECT count(*)::int AS count FROM import_jobs')).toEqual([{ count: 1 }]);
    expect(await count('true')).toEqual({ count: ROWS });
  });

  it.each(CUTS.flatMap((cut) => ['abort', 'continue'].map((onError) => [cut, onError] as const)))(
    'applies every row of an import once (%s the commit, %s)',
    async (cut, onError) => {
      cutter.arm(cut, 'INSERT INTO "instruments"');
      const { id } = await imports.queue(FILE, { resource_type: 'instruments', on_error: onError });
      await eventually('the import is done', async () => {
        return ['completed', 'failed'].includes((await imports.get(`/${id}`)).body.status);
      });
      const { body } = await imports.get(`/${id}`);
      expect([cutter.cuts, body.status, body.created_count, body.failed_count, body.updated_count]).toEqual([
        1,
        'completed',
        ROWS,
        0,
        0,
      ]);
      expect(await count('true')).toEqual({ count: ROWS });
    },
  );

  it.each(CUTS)('completes an export with its file (%s the commit)', async (cut) => {
    await imports.queue(FILE);
    await eventually('the records are there', async () => {
      return JSON.stringify(await count('true')) === JSON.stringify({ count: ROWS });
    });
    cutter.arm(cut, 'blob_key = ');
    const made = await send('post', '/exports', { object_type: 'instruments' });
    const path = `/v1/workspaces/${app.workspace}/exports/${String(made.body.id)}`;
    const read = () => app.http.get(path).set(bearer(app.token));
    await eventually('the export is done', async () => (await read()).body.status === 'completed');
    expect([cutter.cuts, (await read()).body.row_count]).toEqual([1, ROWS]);
    const file = await app.http.get(`${path}/download`).set(bearer(app.token)).expect(200);
    expect(file.text.trim().split('\n')).toHaveLength(ROWS + 1);
  });
});
