import type { Sql } from './sql';

/** Makes whoever else counts something of the workspace against a limit wait until `tx` ends, so that no two pass it together. */
export async function lockWorkspace(tx: Sql, workspaceId: string): Promise<void> {
  await tx.query(`SELECT FROM workspaces WHERE id = $1 FOR NO KEY UPDATE`, [workspaceId]);
}
