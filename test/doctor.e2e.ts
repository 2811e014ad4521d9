import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { runCli, startCli } from './support/run-cli';
import { startTestApp, type TestApp } from './support/test-app';
import { createMigratedDatabase, createTestDatabase, type TestDatabase } from './support/test-database';
import { createTestRedis } from './support/test-redis';

describe('almagest doctor', () => {
  let folder: string;
  let database: TestDatabase;
  let environment: Record<string, string>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almagest-doctor-'));
    database = await createTestDatabase();
    environment = { DATABASE_URL: database.url, REDIS_URL: createTestRedis().url, DATA_DIR: folder };
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const doctor = () => runCli(['doctor'], environment);

  it('says of an empty database that it must be migrated, and how', async () => {
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(out).toMatch(/^ok +PostgreSQL +1[5-9]/m);
    expect(out).toMatch(/^ok +Redis /m);
    expect(out).toMatch(/^ok +storage .*can be written; [\d.]+ GB are free$/m);
    expect(out).toMatch(
      /^fault +migrations +(\d+) of \1 are pending: 1764000001000-workspaces, .*\n +Run npm run migrate/m,
    );
    expect(out).toMatch(/\nTo fix: 1\.\n$/);
  });

  describe('on the database of an application', () => {
    let app: TestApp;
    beforeEach(async () => {
      await database.drop();
      database = await createMigratedDatabase();
      environment.DATABASE_URL = database.url;
      app = await startTestApp({ DATABASE_URL: database.url });
    });
    afterEach(() => app.stop());

    it('finds nothing to fix and leaves nothing in the folder', async () => {
      const { code, out } = await doctor();
      expect([code, out]).toEqual([0, expect.stringMatching(/^ok +migrations +all \d+ are done$/m)]);
      expect(out).toMatch(/\nNothing to fix\.\n$/);
      expect(await readdir(folder)).toEqual([]);
    });

    it('says when the database is of a newer version', async () => {
      const client = new Client(database.url);
      await client.connect();
      await client.query(
        `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`,
      );
      await client.end();
      const { code, out } = await doctor();
      expect([code, out]).toEqual([1, expect.stringMatching(/created by a newer Almagest: FromTheFuture/)]);
    });
  });

  it('says what does not respond and what to do', async () => {
    environment.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';
    environment.REDIS_URL = 'redis://127.0.0.1:1';
    await writeFile(join(folder, 'files'), 'a file where a folder should be');
    const { code, out } = await startCli(['doctor'], environment).ended;
    expect(code).toBe(1);
    expect(out).toMatch(
      /^fault +PostgreSQL +DATABASE_URL: nothing listens at 127\.0\.0\.1:1\n +Start PostgreSQL there, or correct/m,
    );
    expect(out).toMatch(/^fault +Redis +no response: .*ECONNREFUSED.*\n +Start Redis/m);
    expect(out).toMatch(
      /^fault +storage .*cannot be used: E(NOTDIR|EXIST).*\n +Give the user of Almagest write access/m,
    );
  });

  it('names a missing database', async () => {
    environment.DATABASE_URL = database.url.replace(/[^/]+$/, 'no_such_database');
    const { out } = await doctor();
    expect(out).toMatch(
      /^fault +PostgreSQL +DATABASE_URL: PostgreSQL at .* has no database no_such_database\n +Create it with createdb/m,
    );
  });

  it('names an invalid setting', async () => {
    environment.LEASE_MS = 'soon';
    const { code, out } = await doctor();
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/^fault +settings +LEASE_MS must be a whole number/),
    ]);
    environment.LEASE_MS = '1000';
    expect((await doctor()).out).toMatch(/^fault +settings +LEASE_RENEW_MS is 5000 and LEASE_MS 1000/m);
  });
});
