import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { readSettings } from '../src/config/settings';
import { createDataSource, runMigrations } from '../src/database/data-source';
import type { EmbeddedServers } from '../src/embedded/start-embedded';
import { runCli, type CliResult } from './support/run-cli';
import { startTestServers } from './support/test-servers';

const ROLES = 'almagest_workspace, almagest_service';
/** What may be missing, what the doctor says of it. */
const LOSSES: [string, RegExp][] = [
  [
    `DROP OWNED BY ${ROLES}; DROP ROLE ${ROLES}`,
    /cannot assume the roles .*lack grants.*not complete on .*instruments.*workspaces/,
  ],
  [`DROP OWNED BY ${ROLES}`, /lack grants on tables; row-level security is not complete/],
  ['REVOKE INSERT ON instruments FROM almagest_workspace', /fault +access +the roles lack grants/],
  ['REVOKE SELECT ON secrets FROM almagest_service', /the roles lack grants/],
  [
    'ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM almagest_service; ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM almagest_service',
    /the roles lack grants/,
  ],
  ['DROP POLICY one_workspace ON tokens', /fault +access +row-level security is not complete on tokens$/m],
  ['DROP POLICY everywhere ON workspaces', /not complete on workspaces$/m],
  ['ALTER TABLE markets DISABLE ROW LEVEL SECURITY', /not complete on markets$/m],
  ['ALTER POLICY one_workspace ON series TO PUBLIC', /not complete on series$/m],
];

describe('almagest doctor on a database of its own cluster', () => {
  let servers: EmbeddedServers;
  let folder: string;
  let whole: unknown;

  beforeAll(async () => {
    servers = await startTestServers();
    folder = await mkdtemp(join(tmpdir(), 'almagest-access-'));
    const settings = { ...readSettings({}), databaseUrl: servers.databaseUrl };
    const source = await createDataSource(settings, []).initialize();
    await runMigrations(source);
    await source.destroy();
    whole = await readAccess();
  });
  afterAll(async () => {
    await servers.stop();
    await rm(folder, { recursive: true });
  });

  const doctor = (): Promise<CliResult> =>
    runCli(['doctor'], { DATABASE_URL: servers.databaseUrl, REDIS_URL: servers.redisUrl, DATA_DIR: folder });

  const query = async (text: string): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: servers.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  };

  /** Every grant and policy of the two roles. */
  const readAccess = async (): Promise<unknown> => [
    await query(
      `SELECT grantee, table_name, array_agg(privilege_type::text ORDER BY privilege_type) FROM information_schema.role_table_grants
       WHERE grantee LIKE 'almagest\\_%' AND table_schema = 'public' GROUP BY 1, 2 ORDER BY 1, 2`,
    ),
    await query(`SELECT tablename, policyname, roles::text, qual, with_check FROM pg_policies ORDER BY 1, 2`),
    await query(`SELECT relname FROM pg_class WHERE relrowsecurity ORDER BY 1`),
    await query(
      `SELECT has_function_privilege('almagest_service', 'almagest_cancel_statement(integer)', 'EXECUTE') AS may`,
    ),
    await query(
      `SELECT defaclobjtype, grantee::regrole::text, privilege_type FROM pg_default_acl, aclexplode(defaclacl) ORDER BY 1, 2, 3`,
    ),
  ];

  it('finds the roles with their grants and policies', async () => {
    const { code, out } = await doctor();
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^ok +access +roles almagest_workspace, almagest_service/m),
    ]);
  });

  it.each(LOSSES)('finds what is missing after %s, and says how to make it whole', async (loss, message) => {
    await query(loss);
    const { code, out } = await doctor();
    expect([code, out]).toEqual([1, expect.stringMatching(message)]);
    const statements = out.split('\n').filter((line) => /^ {21}(CREATE|GRANT|ALTER|REVOKE|DROP) /.test(line));
    await query(statements.join('\n'));
    expect((await doctor()).code).toBe(0);
    expect(await readAccess()).toEqual(whole);
  });
});
