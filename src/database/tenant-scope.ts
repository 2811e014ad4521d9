import type { PoolClient } from 'pg';
import { presentWorkspace, SERVICE_ROLE, WORKSPACE_ROLE } from './scope';

/** Whose rows the next statements of a connection may touch. Asked anew whenever a connection is taken from the pool. */
export type TenantScope = () => { role: string; workspaceId: string };

/** One workspace, that of the running request or job: without a `WHERE workspace_id` nothing foreign appears. */
export const oneWorkspace: TenantScope = () => ({ role: WORKSPACE_ROLE, workspaceId: presentWorkspace() });
/** All workspaces. */
export const everywhere: TenantScope = () => ({ role: SERVICE_ROLE, workspaceId: '' });
/** The login of DATABASE_URL itself, which made the tables: for migrations, and for tests that look behind the wall. */
export const asOwner: TenantScope = () => ({ role: 'none', workspaceId: '' });

const placeOf = ({ role, workspaceId }: ReturnType<TenantScope>): string => `${role} ${workspaceId}`;
const NEW_CONNECTION = placeOf(asOwner());
const places = new WeakMap<PoolClient, string>();

/** Puts a connection behind the wall; free of cost when it stands there already. */
export async function setTenantScope(client: PoolClient, wall: TenantScope): Promise<void> {
  const wanted = wall();
  const place = placeOf(wanted);
  if ((places.get(client) ?? NEW_CONNECTION) === place) return;
  places.set(client, 'unknown'); // until the statement has succeeded
  await client.query(`SELECT set_config('role', $1, false), set_config('almagest.workspace', $2, false)`, [
    wanted.role,
    wanted.workspaceId,
  ]);
  places.set(client, place);
}

/** What a session leaves on a connection goes: TEMP tables, settings, and its place behind the wall. */
export async function wipe(client: PoolClient): Promise<void> {
  places.set(client, 'unknown');
  await client.query('DISCARD ALL');
  places.delete(client);
}
