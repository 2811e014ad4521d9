import type { PoolClient } from 'pg';
import type { Sql } from './sql';
import { currentWorkspace } from './work-context';

/** The role under which row-level security shows the rows of one workspace. Migrations create it; it cannot run DDL. */
export const WORKSPACE_ROLE = 'almagest_workspace';
/** The role for what belongs to no one workspace: authentication, claiming jobs, sweeping. It cannot run DDL either. */
export const SERVICE_ROLE = 'almagest_service';

/** The role and workspace of the next statements of a connection, read whenever a connection is taken from the pool. */
export type TenantScope = () => { role: string; workspaceId: string };

/** The workspace of the running request or job: a statement without `WHERE workspace_id` sees no row of another one. */
export const oneWorkspace: TenantScope = () => ({ role: WORKSPACE_ROLE, workspaceId: currentWorkspace() });
/** All workspaces. */
export const everywhere: TenantScope = () => ({ role: SERVICE_ROLE, workspaceId: '' });
/** The login of DATABASE_URL itself, which owns the tables: for migrations, and for tests without row-level security. */
export const asOwner: TenantScope = () => ({ role: 'none', workspaceId: '' });

const keyOf = ({ role, workspaceId }: ReturnType<TenantScope>): string => `${role} ${workspaceId}`;
const NEW_CONNECTION = keyOf(asOwner());
const keys = new WeakMap<PoolClient, string>();

/** Sets role and workspace of a connection, with no statement when it has them already. */
export async function setTenantScope(client: PoolClient, scope: TenantScope): Promise<void> {
  const wanted = scope();
  const key = keyOf(wanted);
  if ((keys.get(client) ?? NEW_CONNECTION) === key) return;
  keys.set(client, 'unknown'); // until the statement has succeeded
  await client.query(`SELECT set_config('role', $1, false), set_config('almagest.workspace', $2, false)`, [
    wanted.role,
    wanted.workspaceId,
  ]);
  keys.set(client, key);
}

/** Removes what a session left on a connection: TEMP tables, settings, role and workspace. */
export async function resetConnection(client: PoolClient): Promise<void> {
  keys.set(client, 'unknown');
  await client.query('DISCARD ALL');
  keys.delete(client);
}

/**
 * Throws a sentence when a table with a `workspace_id` has no row-level security: a forgotten one must not open a new table
 * to every workspace.
 */
export async function checkRowLevelSecurity(sql: Sql): Promise<void> {
  const open = await sql.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'workspace_id'
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity
     ORDER BY relname`,
  );
  if (open.length === 0) return;
  throw new Error(
    `These tables have no row-level security: ${open.map(({ name }) => name).join(', ')}. ` +
      'Call enableRls of migrations/support/v1/row-level-security.ts in the migration that creates them.',
  );
}
