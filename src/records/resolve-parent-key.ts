import { required } from '../catalog/reading/read-value';
import { type Draft, refuse } from '../catalog/reading/draft';
import type { ResourceRegistry } from '../catalog/registry';
import type { ParentKey } from '../catalog/resource';
import { isInWorkspace, quote } from '../catalog/sql/sql-text';
import type { Sql } from '../database/sql';

/**
 * Finds the key that stands for the references of `through` in a new record, and locks its row: it cannot be removed
 * before the transaction ends. A row that nothing else needed yet is made; one that must be a record is a
 * `reference_not_found` when it is not there.
 */
export async function resolveParentKey(
  tx: Sql,
  registry: ResourceRegistry,
  parentKey: ParentKey,
  workspaceId: string,
  draft: Draft,
): Promise<void> {
  const direct = (parentKey.directField === null ? null : draft.core.get(parentKey.directField)) ?? null;
  const pair = parentKey.fields.map((name) => draft.core.get(name) ?? null);
  const absent = parentKey.fields.filter((name) => !draft.labels.has(name));
  if (direct === null && absent.length > 0) {
    for (const name of absent) refuse(draft, name, required(name), null);
  }
  const whole = pair.every((id) => id !== null);
  const paired = whole ? await findPair(tx, parentKey, workspaceId, pair) : null;
  draft.parentKey = direct ?? paired;
  if (whole && paired === null) refuse(draft, null, missing(registry, parentKey, draft), null);
  else if (direct !== null && paired !== null && direct !== paired) {
    const message = `${parentKey.directField ?? ''} names another record than ${parentKey.fields.join(' and ')} do; keep one of the two.`;
    refuse(draft, parentKey.directField, { code: 'conflict', message }, null);
  }
}

const ATTEMPTS = 3;

/** The key of the row that stands for the pair, which is made first where no record has to be there. */
async function findPair(
  tx: Sql,
  { table, fields, resource }: ParentKey,
  workspaceId: string,
  pair: readonly (string | null)[],
): Promise<string | null> {
  const columns = fields.map(quote);
  const values = [workspaceId, ...pair];
  const placeholders = values.map((_, at) => `$${at + 1}`).join(', ');
  const named = columns.map((column, at) => `${column} = $${at + 2}`).join(' AND ');
  // A row that is removed between the two statements is made anew, unless its parents are gone as well.
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

function missing(
  registry: ResourceRegistry,
  parentKey: ParentKey,
  { given, core }: Draft,
): { code: string; message: string } {
  const names = parentKey.fields
    .map((name) => `${name} "${given?.get(name) ?? core.get(name) ?? ''}"`)
    .join(' and ');
  if (parentKey.resource === null)
    return { code: 'reference_not_found', message: `There is no ${names} any more.` };
  const { noun, title } = registry.get(parentKey.resource);
  const message = `There is no ${noun} of ${names}. Create or import ${title.toLowerCase()} first.`;
  return { code: 'reference_not_found', message };
}
