import type { PoolClient } from 'pg';
import type { Pools } from './pools';
import { everywhere, setTenantScope } from './tenant-scope';

const processes = new WeakMap<PoolClient, number>();

/** Number of the server process behind a connection; asked once. */
export async function processOf(client: PoolClient): Promise<number> {
  const known = processes.get(client);
  if (known !== undefined) return known;
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = rows[0]?.pid ?? 0;
  processes.set(client, pid);
  return pid;
}

/**
 * Cancels what the server process `pid` runs. When it resolves, Postgres has sent the signal; the process takes it up
 * before it reads its next statement, and ignores it when it runs none. So whoever waits for this function before the
 * next statement is sent over that connection cancels no other statement than the present one.
 */
export async function cancelStatement(pools: Pools, pid: number): Promise<void> {
  const client = await pools.connect('access');
  let broken: Error | undefined;
  try {
    await setTenantScope(client, everywhere);
    await client.query('SELECT almagest_cancel_statement($1)', [pid]);
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
