import { Client } from 'pg';
import { totalConnections } from '../config/pool-sizes';
import type { Settings } from '../config/settings';
import { SERVICE_ROLE, WORKSPACE_ROLE } from '../database/scope';
import { fault, type Finding, ok, warning } from './finding';

const NAME = 'PostgreSQL';
const CONNECT_MS = 5_000;
const OLDEST = 150_000;
const ROLES = [WORKSPACE_ROLE, SERVICE_ROLE];

interface Seen {
  version: string;
  number: number;
  login: string;
  database: string;
  may_create: boolean;
  may_have_roles: boolean;
  most: number;
}

/** What to do, by the code of a failed connection. */
const MENDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there: start PostgreSQL, or correct host and port in DATABASE_URL.',
  ENOTFOUND: 'The host of DATABASE_URL is not known: correct it.',
  '28P01': 'Correct user and password in DATABASE_URL.',
  '28000': 'Let the user in: see pg_hba.conf of the server.',
  '3D000': 'Make the database: createdb, or correct its name in DATABASE_URL.',
  '53300':
    'The server has no connection left: raise max_connections, or lower REQUEST_POOL_SIZE and JOB_POOL_SIZE.',
};

/** Whether PostgreSQL is there, new enough, and lets the login of DATABASE_URL do what Almagest does. */
export async function checkPostgres(settings: Settings): Promise<Finding[]> {
  const { databaseUrl } = settings;
  if (databaseUrl === '') return [ok(NAME, 'DATABASE_URL is empty: a private one is started with Almagest')];
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // it shows in the statement that is under way
  try {
    await client.connect();
    const { rows } = await client.query<Seen>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              current_user AS login, current_database() AS database,
              has_database_privilege(current_database(), 'CREATE')
                AND has_schema_privilege(coalesce(current_schema(), 'public'), 'CREATE') AS may_create,
              (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user)
                OR (SELECT count(*) FROM pg_roles WHERE rolname = ANY ($1) AND pg_has_role(oid, 'MEMBER')) = $2
                AS may_have_roles,
              current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most`,
      [ROLES, ROLES.length],
    );
    return rows.flatMap((seen) => classifier(seen, totalConnections(settings)));
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    return [fault(NAME, `no connection: ${message || code}`, MENDS[code] ?? 'Correct DATABASE_URL.')];
  } finally {
    await client.end().catch(() => undefined); // it may never have been connected
  }
}

function classifier(seen: Seen, connections: number): Finding[] {
  const { version, number, login, database, most } = seen;
  if (number < OLDEST)
    return [fault(NAME, `the server is PostgreSQL ${version}`, 'Use PostgreSQL 15 or newer.')];
  if (!seen.may_create) {
    const grant = `GRANT CREATE ON DATABASE "${database}" TO "${login}"; GRANT CREATE ON SCHEMA public TO "${login}";`;
    return [
      fault(
        NAME,
        `${login} may not create tables and extensions in ${database}`,
        `Let an owner run: ${grant}`,
      ),
    ];
  }
  if (!seen.may_have_roles) {
    const make = ROLES.map((role) => `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO "${login}";`).join(' ');
    return [
      fault(
        NAME,
        `${login} has not the roles ${ROLES.join(', ')}, and cannot create them`,
        `Let an administrator run: ${make}`,
      ),
    ];
  }
  const found = ok(NAME, `${version}, as ${login} in ${database}`);
  if (most >= connections) return [found];
  const says = `the server takes ${most} connections, one process of Almagest opens up to ${connections}`;
  return [found, warning(NAME, says, 'Raise max_connections, or lower REQUEST_POOL_SIZE and JOB_POOL_SIZE.')];
}
