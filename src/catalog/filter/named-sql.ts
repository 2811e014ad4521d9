import { isUuidForm } from '../kinds/uuid-form';
import { columnOf, hasId } from '../sql/record-source';
import type { FilterContext } from './filter-context';
import { referencesSql } from './references-sql';

/** SQL that is true for the records that `texts` (UUIDs and identifiers) name. */
export function namedSql(context: FilterContext, texts: readonly string[]): string {
  const { resource, params, alias } = context;
  if (!resource.packedId) {
    return `${columnOf(resource, 'id', alias)} = ANY (${referencesSql(context, resource.name, texts)})`;
  }
  // A packed id is found through the columns it was packed from; comparing it would read the whole table.
  const named = texts.filter(isUuidForm).map((id) => hasId(resource, `${params.add(id)}::uuid`, alias));
  return named.length === 0 ? 'false' : `(${named.join(' OR ')})`;
}
