import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTokenRls, enableRls, disableRls } from './support/v1/row-level-security';

const OWN = [
  'robots',
  'import_jobs',
  'import_row_errors',
  'export_jobs',
  'expired_jobs',
  'idempotency_keys',
  'instrument_types',
  'instrument_type_fields',
  'instruments',
  'series',
  'series_fields',
  'instrument_series',
  'market_types',
  'market_type_fields',
  'markets',
  'market_listings',
  'market_listing_suspensions',
  'market_calendars',
];
const ROLES = ['almagest_workspace', 'almagest_service'];

/**
 * The second wall around a workspace: two roles without any DDL, of which the login becomes one before each statement, and
 * row-level security on every table of workspaces. Points have no workspace: they are read through `instrument_series`,
 * which has one. Roles belong to the whole server, so they may be there already.
 */
export class WorkspaceWalls1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ROLES) await makeRole(runner, role);
    const roles = ROLES.join(', ');
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${roles}', current_schema());
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO ${roles}', current_schema());
        EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO ${roles}', current_schema());
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${roles}', current_schema());
        EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO ${roles}', current_schema());
        IF NOT has_database_privilege('almagest_workspace', current_database(), 'TEMPORARY') THEN
          EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO ${roles}', current_database());
        END IF;
      END $$`);
    await runner.query(`REVOKE ALL ON migrations FROM ${roles}`);
    await runner.query(`REVOKE ALL ON secrets, job_leases FROM almagest_workspace`);
    await runner.query(`REVOKE INSERT, DELETE ON workspaces FROM almagest_workspace`);
    for (const table of OWN) await enableRls(runner, table);
    await enableRls(runner, 'workspaces', 'id');
    await enableTokenRls(runner);
    // Terminating a session takes the rights of its login, which neither role has.
    await runner.query(`
      CREATE FUNCTION almagest_end_sessions(names text[]) RETURNS void LANGUAGE sql SECURITY DEFINER
      SET search_path = pg_catalog AS $$
        SELECT pg_terminate_backend(pid, 3000) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = ANY (names) AND application_name LIKE 'almagest:%'
      $$`);
  }

  /** The roles stay: another database of the server may use them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION almagest_end_sessions(text[])`);
    for (const table of [...OWN, 'workspaces', 'tokens']) await disableRls(runner, table);
    await runner.query(`DROP OWNED BY ${ROLES.join(', ')}`);
  }
}

/** Two migrations may make it in the same moment, each in its own database: then the second one finds it made. */
async function makeRole(runner: QueryRunner, role: string): Promise<void> {
  await runner.query(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
        CREATE ROLE ${role} NOLOGIN;
      END IF;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'The login % cannot create roles. As an administrator run: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO %;',
          current_user, current_user USING ERRCODE = 'insufficient_privilege';
    END $$`);
  const kind = `CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END`;
  const [member] = (await runner.query(`SELECT pg_has_role(current_user, '${role}', ${kind}) AS is`)) as {
    is: boolean;
  }[];
  if (!member?.is) await runner.query(`GRANT ${role} TO CURRENT_USER`);
}
