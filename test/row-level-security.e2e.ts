import { Get } from '@nestjs/common';
import { Requires, WorkspaceController } from '../src/auth/decorators';
import { fromRecords } from '../src/catalog/sql/record-source';
import { Database } from '../src/database/database';
import { inWorkspace } from '../src/database/work-context';
import { sqlState } from '../src/database/transient-error';
import { RESOURCES } from '../src/resources/resources.module';
import { fillWorkspace } from './support/fill-workspace';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(120_000);

const DENIED = '42501';

/** A route whose author forgot the workspace, and the transaction too. */
@WorkspaceController('forgetful', 'Forgetful')
class ForgetfulController {
  constructor(private readonly database: Database) {}

  @Get()
  @Requires('viewer')
  async read(): Promise<object> {
    const plain = await this.database.query('SELECT workspace_id FROM instruments');
    const [transaction, session] = await Promise.all([
      this.database.transaction('READ COMMITTED', (tx) => tx.query('SELECT workspace_id FROM instruments')),
      this.database.session('forgetful', (own) => own.query('SELECT workspace_id FROM instruments')),
    ]);
    return { data: [...plain, ...transaction, ...session] };
  }
}

describe('Row-level security of a workspace', () => {
  let app: TestApp;
  let database: Database;
  let tables: string[];
  const ids: [string, string] = ['', ''];
  beforeAll(async () => {
    app = await startTestApp({}, { controllers: [ForgetfulController] });
    database = app.app.get(Database);
    for (const [index, slug] of ['here', 'elsewhere'].entries()) {
      const client = await WorkspaceClient.create(app, slug);
      await fillWorkspace(app, client);
      await client.import({ file: 'identifier,name\nx,X\n', resource_type: 'instruments' }); // a job, its error and its key
      await client.post('/import-profiles', { identifier: 'profile', name: 'Profile' });
      ids[index] = (await client.get<{ id: string }>('')).id;
    }
    const found = await app.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND column_name = 'workspace_id' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    tables = found.map(({ name }) => name);
  });
  afterAll(() => app.stop());

  it('protects every table that has a workspace, those of all resources among them', () => {
    expect(tables).toEqual(
      expect.arrayContaining([
        'import_jobs',
        'import_profiles',
        'import_row_errors',
        'instrument_series',
        'robots',
      ]),
    );
    const owners = RESOURCES.map(({ table, parentKey }) => parentKey?.table ?? table);
    expect(tables).toEqual(expect.arrayContaining(owners));
  });

  it('shows a query that forgets the workspace the rows of its own, and none outside of a workspace', async () => {
    const [here] = ids;
    let seen = 0;
    for (const table of tables) {
      const owners = `SELECT DISTINCT workspace_id::text AS id FROM ${table}`;
      expect(await database.query(owners)).toEqual([]);
      const own = await inWorkspace(here, () => database.query<{ id: string }>(owners));
      expect(own.filter(({ id }) => id !== here)).toEqual([]);
      seen += own.length;
      const all = await app.database.query<{ id: string | null }>(owners);
      if (all.some(({ id }) => id === here)) expect(own).toEqual([{ id: here }]);
    }
    expect(seen).toBeGreaterThan(10);
  });

  it('hides the points, tokens and workspaces of others too', async () => {
    const [here] = ids;
    for (const resource of RESOURCES) {
      const count = `SELECT count(*)::int AS count FROM ${fromRecords(resource)}`;
      const [[own], [all]] = await Promise.all([
        inWorkspace(here, () => database.query<{ count: number }>(count)),
        app.database.query<{ count: number }>(count),
      ]);
      expect(own?.count).toBeGreaterThan(0);
      expect(all?.count).toBe(2 * (own?.count ?? 0));
    }
    const slugs = await inWorkspace(here, () => database.query('SELECT slug FROM workspaces'));
    expect(slugs).toEqual([{ slug: 'here' }]);
    expect(await inWorkspace(here, () => database.query('SELECT id FROM tokens'))).toEqual([]); // the operator's is nobody's
  });

  it('keeps a write that forgets the workspace from the rows of others, and refuses one for them', async () => {
    const [here, elsewhere] = ids;
    const renamed = await inWorkspace(here, () =>
      database.query<{ workspace_id: string }>(`UPDATE instruments SET name = 'mine' RETURNING workspace_id`),
    );
    expect(new Set(renamed.map(({ workspace_id }) => workspace_id))).toEqual(new Set([here]));
    const move = inWorkspace(here, () =>
      database.query(`UPDATE instruments SET workspace_id = $1`, [elsewhere]),
    );
    expect(await move.then(() => 'taken', sqlState)).toBe(DENIED);
    const insert = inWorkspace(here, () =>
      database.query(
        `INSERT INTO series (workspace_id, identifier, name, kind) VALUES ($1, 'x', 'x', 'scalar')`,
        [elsewhere],
      ),
    );
    expect(await insert.then(() => 'taken', sqlState)).toBe(DENIED);
  });

  it('is where the requests of the running application are', async () => {
    const [here] = ids;
    const answer = await app.http
      .get('/v1/workspaces/here/forgetful')
      .set({ Authorization: `Bearer ${app.token}` });
    expect(answer.status).toBe(200);
    const owners = (answer.body as { data: { workspace_id: string }[] }).data.map(
      ({ workspace_id }) => workspace_id,
    );
    expect(owners.length).toBeGreaterThanOrEqual(3);
    expect(new Set(owners)).toEqual(new Set([here]));
  });

  it.each([
    'CREATE TABLE mine (id integer)',
    'ALTER TABLE instruments ADD COLUMN mine integer',
    'ALTER TABLE instruments DISABLE ROW LEVEL SECURITY',
    'DROP TABLE instruments',
    'DROP POLICY one_workspace ON instruments',
    'TRUNCATE instruments',
    'CREATE FUNCTION mine() RETURNS void LANGUAGE sql AS $$ SELECT $$',
    'CREATE SCHEMA mine',
    'CREATE ROLE mine',
    'SELECT * FROM migrations',
  ])('holds for whom no statement changes the tables: %s', async (statement) => {
    const asWorkspace = inWorkspace(ids[0], () => database.query(statement));
    expect(await asWorkspace.then(() => 'done', sqlState)).toBe(DENIED);
    expect(await database.everywhere.query(statement).then(() => 'done', sqlState)).toBe(DENIED);
  });

  it('keeps the secrets of the server from workspaces', async () => {
    const read = inWorkspace(ids[0], () => database.query('SELECT value FROM secrets'));
    expect(await read.then(() => 'read', sqlState)).toBe(DENIED);
  });

  it('ends no session but those of jobs', async () => {
    await database.everywhere.session('somebody else', async (session) => {
      await inWorkspace(ids[0], () =>
        database.query(`SELECT almagest_end_sessions(ARRAY['somebody else', '%'])`),
      );
      expect(await session.query('SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    });
  });
});
