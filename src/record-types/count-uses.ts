import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { columnOf, customOf, fromRecords } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import { isInWorkspace } from '../catalog/sql/sql-text';

/** Counting stops here: a larger number does not matter. */
const ENOUGH = 100_000;

/**
 * Records that refer to a type, archived ones included, each resource counted up to 100,000; with `key` only those that
 * have a value under that custom field.
 */
export async function countUses(
  sql: Sql,
  registry: ResourceRegistry,
  types: ResourceDescription,
  workspaceId: string,
  typeId: string,
  key: string | null = null,
): Promise<number> {
  let uses = 0;
  for (const resource of registry.all) {
    for (const [name, { target }] of resource.fields) {
      if (target !== types.name || (key !== null && resource.customFields?.typeField !== name)) continue;
      const hasValue = key === null ? '' : `AND ${customOf(resource, key)} IS NOT NULL`;
      const [row] = await sql.query<{ uses: string }>(
        `SELECT count(*) AS uses FROM (
           SELECT FROM ${fromRecords(resource)} WHERE ${isInWorkspace(columnOf(resource, 'workspace_id'), '$1')}
             AND ${columnOf(resource, name)} = $2 ${hasValue} LIMIT $3) used`,
        [workspaceId, typeId, ENOUGH],
      );
      uses += Number(row?.uses ?? 0);
    }
  }
  return uses;
}

/** `1 record has`, `7 records have`, `at least 100000 records have`. */
export function usesLabels(uses: number): string {
  if (uses === 1) return '1 record has';
  return `${uses < ENOUGH ? '' : 'at least '}${uses} records have`;
}
