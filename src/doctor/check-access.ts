import type { Client } from 'pg';
import type { Settings } from '../config/settings';
import { createClient } from '../database/connect-database';
import { SERVICE_ROLE, WORKSPACE_ROLE } from '../database/row-level-security';
import { grantSql, DENIED_TO_WORKSPACE, policySql, roleSql } from './access-sql';
import { fault, type Finding, ok } from './finding';

const NAME = 'access';
const ROLES = [WORKSPACE_ROLE, SERVICE_ROLE];
const PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

interface Connection {
  login: string;
  schema: string;
  database: string;
}

/**
 * Checks that the two roles of row-level security exist with the grants and policies of the migrations: a dump that was
 * restored without its roles has none. For a database whose migrations are applied.
 */
export async function checkAccess({ databaseUrl }: Settings): Promise<Finding> {
  const client = createClient(databaseUrl);
  client.on('error', () => undefined); // the running statement fails with it
  await client.connect();
  try {
    const [connection] = (
      await client.query<Connection>(
        `SELECT current_user AS login, current_schema() AS schema, current_database() AS database`,
      )
    ).rows;
    if (connection === undefined) throw new Error('PostgreSQL does not say who is connected.');
    return await examineAccess(client, connection);
  } finally {
    await client.end();
  }
}

async function examineAccess(client: Client, { login, schema, database }: Connection): Promise<Finding> {
  const roles = await findRoles(client);
  const missing = ROLES.filter((role) => !roles.get(role)?.usable);
  const existing = ROLES.filter((role) => roles.has(role));
  const grants = existing.length < ROLES.length || (await lacksGrants(client));
  const tables = await lackPolicies(client);
  if (missing.length === 0 && !grants && tables.length === 0) {
    return ok(NAME, `roles ${ROLES.join(', ')} with their grants and policies`);
  }
  const says = [
    ...(missing.length > 0 ? [`${login} cannot assume the roles ${missing.join(', ')}`] : []),
    ...(grants ? ['the roles lack grants on tables'] : []),
    ...(tables.length > 0 ? [`row-level security is not complete on ${tables.join(', ')}`] : []),
  ];
  const statements = [
    ...missing.flatMap((role) => roleSql(role, login, roles.has(role))),
    ...(grants ? grantSql(schema, database) : []),
    ...tables.flatMap(policySql),
  ];
  const fix = ['Let the owner of the tables, who may create roles, run:', ...statements];
  return fault(NAME, says.join('; '), fix.join(`\n${' '.repeat(21)}`));
}

async function findRoles(client: Client): Promise<Map<string, { usable: boolean }>> {
  const { rows } = await client.query<{ name: string; usable: boolean }>(
    `SELECT rolname AS name, pg_has_role(oid,
       CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS usable
     FROM pg_roles WHERE rolname = ANY ($1)`,
    [ROLES],
  );
  return new Map(rows.map(({ name, usable }) => [name, { usable }]));
}

/** Only for roles that exist. */
async function lacksGrants(client: Client): Promise<boolean> {
  const denied = Object.entries(DENIED_TO_WORKSPACE).flatMap(([table, list]) =>
    list.map((privilege) => `${WORKSPACE_ROLE} ${table} ${privilege}`),
  );
  const ofService = PRIVILEGES.map((privilege) => `${SERVICE_ROLE} migrations ${privilege}`);
  const { rows } = await client.query<{ lacks: boolean }>(
    `SELECT EXISTS (
       SELECT FROM pg_class, unnest($1::text[]) role, unnest($2::text[]) privilege
       WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
         AND NOT has_table_privilege(role, pg_class.oid, privilege)
         AND concat_ws(' ', role, relname, privilege) <> ALL ($3::text[]))
     OR EXISTS (
       SELECT FROM unnest($1::text[]) role WHERE NOT has_schema_privilege(role, current_schema(), 'USAGE')
         OR NOT EXISTS (
           SELECT FROM pg_default_acl, aclexplode(defaclacl)
           WHERE defaclnamespace = current_schema()::regnamespace AND defaclobjtype = 'r' AND grantee = role::regrole)
     ) AS lacks`,
    [ROLES, PRIVILEGES, [...denied, ...ofService]],
  );
  return rows[0]?.lacks === true;
}

async function lackPolicies(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND (relname IN ('workspaces', 'tokens') OR EXISTS (
         SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'workspace_id' AND NOT attisdropped))
       AND (NOT relrowsecurity OR 2 > (
         SELECT count(*) FROM pg_policies
         WHERE schemaname = current_schema() AND tablename = relname
           AND (policyname = 'everywhere' AND roles = ARRAY[$1::name]
             OR policyname = 'one_workspace' AND roles = ARRAY[$2::name])))
     ORDER BY relname`,
    [SERVICE_ROLE, WORKSPACE_ROLE],
  );
  return rows.map(({ name }) => name);
}
