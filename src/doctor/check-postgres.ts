import { totalConnections } from '../config/pool-sizes';
import type { Settings } from '../config/settings';
import { createClient } from '../database/connect-database';
import { CONNECT_MS, findConnectionProblem } from '../database/explain-connection';
import { SERVICE_ROLE, WORKSPACE_ROLE } from '../database/row-level-security';
import { fault, type Finding, ok, warning } from './finding';

const NAME = 'PostgreSQL';
const MIN_VERSION = 150_000;
const ROLES = [WORKSPACE_ROLE, SERVICE_ROLE];

interface Server {
  version: string;
  number: number;
  login: string;
  database: string;
  may_create: boolean;
  may_have_roles: boolean;
  max_connections: number;
}

/** Checks that PostgreSQL is reachable and new enough, and that the login of DATABASE_URL has the rights that Almagest needs. */
export async function checkPostgres(settings: Settings): Promise<Finding[]> {
  const { databaseUrl } = settings;
  if (databaseUrl === '') return [ok(NAME, 'DATABASE_URL is empty: a private one is started with Almagest')];
  const client = createClient(databaseUrl, { connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // the running statement fails with it
  try {
    await client.connect();
    const { rows } = await client.query<Server>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              current_user AS login, current_database() AS database,
              has_database_privilege(current_database(), 'CREATE')
                AND has_schema_privilege(coalesce(current_schema(), 'public'), 'CREATE') AS may_create,
              (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user)
                OR (SELECT count(*) FROM pg_roles WHERE rolname = ANY ($1) AND pg_has_role(oid, 'MEMBER')) = $2
                AS may_have_roles,
              current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS max_connections`,
      [ROLES, ROLES.length],
    );
    return rows.flatMap((server) => examineServer(server, totalConnections(settings)));
  } catch (error) {
    const { problem, fix } = findConnectionProblem(error, databaseUrl);
    return [fault(NAME, problem, `${fix.charAt(0).toUpperCase()}${fix.slice(1)}.`)];
  } finally {
    await client.end().catch(() => undefined); // it may never have been connected
  }
}

function examineServer(server: Server, connections: number): Finding[] {
  const { version, number, login, database, max_connections: available } = server;
  if (number < MIN_VERSION)
    return [fault(NAME, `the server is PostgreSQL ${version}`, 'Use PostgreSQL 15 or newer.')];
  if (!server.may_create) {
    const grant = `GRANT CREATE ON DATABASE "${database}" TO "${login}"; GRANT CREATE ON SCHEMA public TO "${login}";`;
    return [
      fault(
        NAME,
        `${login} may not create tables and extensions in ${database}`,
        `Let an owner run: ${grant}`,
      ),
    ];
  }
  if (!server.may_have_roles) {
    const create = ROLES.map((role) => `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO "${login}";`).join(' ');
    return [
      fault(
        NAME,
        `${login} lacks the roles ${ROLES.join(', ')}, and cannot create them`,
        `Let an administrator run: ${create}`,
      ),
    ];
  }
  const found = ok(NAME, `${version}, as ${login} in ${database}`);
  if (available >= connections) return [found];
  const says = `the server takes ${available} connections, one process of Almagest opens up to ${connections}`;
  return [found, warning(NAME, says, 'Raise max_connections, or lower REQUEST_POOL_SIZE and JOB_POOL_SIZE.')];
}
