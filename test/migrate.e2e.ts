import { runCli } from './support/run-cli';
import { createTestDatabase, type TestDatabase } from './support/test-database';

describe('almagest migrate', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  const migrate = (...args: string[]) => runCli(['migrate', ...args], { DATABASE_URL: database.url });

  it('says what is pending without a change, does it, and finds nothing then', async () => {
    const before = await migrate('--check');
    expect(before.code).toBe(1);
    expect(before.out).toMatch(/^\d+ pending migrations: 1764000001000-workspaces, .*\.\n$/);
    expect(await database.execute(`SELECT to_regclass('workspaces') AS made`)).toEqual([{ made: null }]);
    const done = await migrate();
    expect([done.code, done.out]).toEqual([0, expect.stringMatching(/^Migrated: Workspaces\d+, .*\.\n$/)]);
    const pattern = /^Nothing is pending: all \d+ migrations are done\.\n$/;
    for (const args of [['--check'], []]) {
      const { code, out } = await migrate(...args);
      expect([code, out]).toEqual([0, expect.stringMatching(pattern)]);
    }
    await database.execute(
      `DELETE FROM migrations WHERE timestamp = (SELECT max(timestamp) FROM migrations)`,
    );
    const one = await migrate('--check');
    expect([one.code, one.out]).toEqual([
      1,
      expect.stringMatching(/^1 pending migration: \d+-[a-z0-9-]+\.\n$/),
    ]);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await migrate();
    await database.execute(
      `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`,
    );
    for (const args of [['--check'], []]) {
      const { code, err } = await migrate(...args);
      expect([code, err]).toEqual([
        1,
        expect.stringContaining('a newer Almagest (FromTheFuture9999999999999)'),
      ]);
    }
  });

  it('says in one sentence that there is no database', async () => {
    const { code, err } = await runCli(['migrate', '--check'], {
      DATABASE_URL: 'postgres://a:secret@127.0.0.1:1,127.0.0.1:2/db',
    });
    expect(code).toBe(4);
    expect(err).toMatch(
      /^DATABASE_URL: no server can be written now: 127\.0\.0\.1:1 \(.*\), 127\.0\.0\.1:2 \(.*\); start the primary, .*\.\n$/,
    );
    expect(err).not.toContain('secret');
  });
});
