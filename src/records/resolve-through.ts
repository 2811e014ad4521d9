import { required } from '../catalog/reading/read-value';
import type { Draft } from '../catalog/reading/draft';
import { refuse } from '../catalog/reading/refuse';
import type { ResourceRegistry } from '../catalog/registry';
import type { Through } from '../catalog/resource';
import { quote } from '../catalog/sql/identifiers';
import type { Sql } from '../database/sql';
import { isInWorkspace } from '../catalog/sql/workspace-sql';

/**
 * Finds the key that stands for the references of `through` in a new record, and locks its row: it cannot be removed
 * before the transaction ends. A row that nothing else needed yet is made; one that must be a record is a
 * `reference_not_found` when it is not there.
 */
export async function resolveThrough(
  tx: Sql,
  registry: ResourceRegistry,
  through: Through,
  workspaceId: string,
  draft: Draft,
): Promise<void> {
  const direct = (through.as === null ? null : draft.core.get(through.as)) ?? null;
  const pair = through.fields.map((name) => draft.core.get(name) ?? null);
  const absent = through.fields.filter((name) => !draft.labels.has(name));
  if (direct === null && absent.length > 0) {
    for (const name of absent) refuse(draft, name, required(name), null);
  }
  const whole = pair.every((id) => id !== null);
  const paired = whole ? await findPair(tx, through, workspaceId, pair) : null;
  draft.through = direct ?? paired;
  if (whole && paired === null) refuse(draft, null, missing(registry, through, draft), null);
  else if (direct !== null && paired !== null && direct !== paired) {
    const message = `${through.as ?? ''} names another record than ${through.fields.join(' and ')} do; keep one of the two.`;
    refuse(draft, through.as, { code: 'conflict', message }, null);
  }
}

const ATTEMPTS = 3;

/** The key of the row that stands for the pair, which is made first where no record has to be there. */
async function findPair(
  tx: Sql,
  { table, fields, resource }: Through,
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
  through: Through,
  { given, core }: Draft,
): { code: string; message: string } {
  const names = through.fields
    .map((name) => `${name} "${given?.get(name) ?? core.get(name) ?? ''}"`)
    .join(' and ');
  if (through.resource === null)
    return { code: 'reference_not_found', message: `There is no ${names} any more.` };
  const { noun, title } = registry.get(through.resource);
  const message = `There is no ${noun} of ${names}. Create or import ${title.toLowerCase()} first.`;
  return { code: 'reference_not_found', message };
}
