import type { Draft } from '../catalog/reading/draft';
import type { ResourceRegistry } from '../catalog/registry';
import type { ParentKey } from '../catalog/resource';
import { applyParentKey } from '../catalog/rules/resolve-draft';
import { isInWorkspace, quote } from '../catalog/sql/sql-text';
import type { Sql } from '../database/sql';

/**
 * Gives a new record the key of its parent and locks the parent: nobody can remove it before the transaction ends. A parent
 * that is not a record is created when it is missing. Errors are added to the draft.
 */
export async function resolveParentKey(
  tx: Sql,
  registry: ResourceRegistry,
  parentKey: ParentKey,
  workspaceId: string,
  draft: Draft,
): Promise<void> {
  const pair = parentKey.fields.map((name) => draft.core.get(name) ?? null);
  const isWhole = pair.every((id) => id !== null);
  applyParentKey(draft, registry, parentKey, {
    paired: isWhole ? await findParent(tx, parentKey, workspaceId, pair) : undefined,
    wanted: parentKey.fields.filter((name) => !draft.labels.has(name)),
  });
}

const ATTEMPTS = 3;

/** The key of the parent with the two references, locked; null when there is none and none can be created. */
async function findParent(
  tx: Sql,
  { table, fields, resource }: ParentKey,
  workspaceId: string,
  pair: readonly (string | null)[],
): Promise<string | null> {
  const columns = fields.map(quote);
  const values = [workspaceId, ...pair];
  const placeholders = values.map((_, at) => `$${at + 1}`).join(', ');
  const named = columns.map((column, at) => `${column} = $${at + 2}`).join(' AND ');
  // A parent that somebody removes between the two statements is created again, unless its references are gone too.
  for (let attempt = 1; ; attempt++) {
    if (resource === null) {
      await tx.query(
        `INSERT INTO ${quote(table)} (workspace_id, ${columns.join(', ')}) VALUES (${placeholders}) ON CONFLICT DO NOTHING`,
        values,
      );
    }
    const [row] = await tx.query<{ id: string }>(
      `SELECT id::text AS id FROM ${quote(table)} WHERE ${isInWorkspace('workspace_id', '$1')} AND ${named} FOR KEY SHARE`,
      values,
    );
    if (row) return row.id;
    if (resource !== null || attempt === ATTEMPTS) return null;
  }
}
