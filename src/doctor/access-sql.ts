import { escapeIdentifier } from 'pg';
import { SERVICE_ROLE, WORKSPACE_ROLE } from '../database/row-level-security';

/** Privileges that the migrations deny to the role of one workspace; on every other table it has all four. */
export const DENIED_TO_WORKSPACE: Readonly<Record<string, readonly string[]>> = {
  migrations: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  secrets: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  job_leases: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  workspaces: ['INSERT', 'DELETE'],
};
const ROLES = `${WORKSPACE_ROLE}, ${SERVICE_ROLE}`;
const ALL = 'SELECT, INSERT, UPDATE, DELETE';
const CURRENT_WORKSPACE = `(SELECT nullif(current_setting('almagest.workspace', true), '')::uuid)`;

/** Statements that create a role and let the login of Almagest assume it. */
export const roleSql = (role: string, login: string, exists: boolean): string[] => [
  ...(exists ? [] : [`CREATE ROLE ${role} NOLOGIN;`]),
  `GRANT ${role} TO ${escapeIdentifier(login)};`,
];

/** Statements that grant the two roles what the migrations grant, also on future tables; safe to repeat. */
export function grantSql(schema: string, database: string): string[] {
  const within = escapeIdentifier(schema);
  return [
    `GRANT USAGE ON SCHEMA ${within} TO ${ROLES};`,
    `GRANT ${ALL} ON ALL TABLES IN SCHEMA ${within} TO ${ROLES};`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${within} TO ${ROLES};`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${within} GRANT ${ALL} ON TABLES TO ${ROLES};`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${within} GRANT USAGE, SELECT ON SEQUENCES TO ${ROLES};`,
    `GRANT TEMPORARY ON DATABASE ${escapeIdentifier(database)} TO ${ROLES};`,
    `REVOKE ALL ON migrations FROM ${ROLES};`,
    `REVOKE ALL ON secrets, job_leases FROM ${WORKSPACE_ROLE};`,
    `REVOKE INSERT, DELETE ON workspaces FROM ${WORKSPACE_ROLE};`,
    `GRANT EXECUTE ON FUNCTION almagest_cancel_statement(integer) TO ${SERVICE_ROLE};`,
  ];
}

/** Statements that enable row-level security on a table and create its policies. */
export function policySql(table: string): string[] {
  const name = escapeIdentifier(table);
  const column = table === 'workspaces' ? 'id' : 'workspace_id';
  const own =
    table === 'tokens'
      ? 'USING (EXISTS (SELECT FROM robots WHERE robots.id = tokens.robot_id))'
      : `USING (${column} = ${CURRENT_WORKSPACE}) WITH CHECK (${column} = ${CURRENT_WORKSPACE})`;
  return [
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;`,
    `DROP POLICY IF EXISTS everywhere ON ${name}; DROP POLICY IF EXISTS one_workspace ON ${name};`,
    `CREATE POLICY everywhere ON ${name} TO ${SERVICE_ROLE} USING (true) WITH CHECK (true);`,
    `CREATE POLICY one_workspace ON ${name} TO ${WORKSPACE_ROLE} ${own};`,
  ];
}
