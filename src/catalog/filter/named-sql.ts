import { isUuidForm } from '../kinds/uuid-form';
import type { PackedPart, ResourceDescription } from '../resource';
import { quote } from '../sql/identifiers';
import { columnOf, hasId } from '../sql/record-source';
import type { FilterContext } from './filter-context';
import { referencesSql } from './references-sql';
import { isInWorkspace } from '../sql/workspace-sql';

/** Whether `field` names records one by one, or the few that are parts of one: it is found, never compared. */
export const isNaming = ({ packedId }: ResourceDescription, field: string): boolean =>
  field === 'id' || field === packedId?.part?.of;

/** SQL that is true for the records that `texts` (UUIDs and identifiers) name by `field`, for which `isNaming` holds. */
export function namedSql(context: FilterContext, texts: readonly string[], field = 'id'): string {
  const { resource, params, alias } = context;
  const { packedId } = resource;
  if (!packedId) {
    return `${columnOf(resource, 'id', alias)} = ANY (${referencesSql(context, resource.name, texts)})`;
  }
  // A packed id is found through the columns it was packed from; comparing it would read the whole table.
  const ids = texts.filter(isUuidForm);
  if (packedId.part && field === 'id') return namedParts(context, packedId.part, ids);
  const named = ids.map((id) => hasId(resource, `${params.add(id)}::uuid`, alias, field));
  return named.length === 0 ? 'false' : `(${named.join(' OR ')})`;
}

/**
 * An id does not say of which field it is, so it is tried with every one of the workspace: they are few. OFFSET 0 has the
 * keys computed before they are looked up: row-level security lets no index see a function that might leak.
 */
function namedParts(context: FilterContext, part: PackedPart, ids: readonly string[]): string {
  const { resource, params, workspace, alias = 'r' } = context;
  const given = `${params.add(ids)}::uuid[]`;
  const columns = [resource.parentKey?.column, resource.packedId?.instant, part.column].map(
    (column) => `${alias}.${quote(column ?? '')}`,
  );
  return `((${columns.join(', ')}) IN (
      SELECT almagest_point_series(m.id), almagest_point_instant(m.id), p.id
      FROM ${quote(part.table)} p CROSS JOIN unnest(${given}) AS w (id)
      CROSS JOIN LATERAL (SELECT almagest_masked(w.id, p.id) AS id) m WHERE ${isInWorkspace('p.workspace_id', workspace)} OFFSET 0)
    AND ${columnOf(resource, 'id', alias)} = ANY (${given}))`;
}
