import { isCondition, type Filter } from '../catalog/filter/filter';
import { filterSql } from '../catalog/filter/filter-sql';
import { namesArchivedAt } from '../catalog/filter/names-archived-at';
import { namesRecords } from '../catalog/filter/names-records';
import { splitFilter } from '../catalog/filter/split-filter';
import type { ResourceDescription } from '../catalog/resource';
import type { FilterBody } from './filter-body';
import { archivedCondition, searchCondition } from './list-selection';
import type { Selection } from './selection';

/** The records that a filter asks for: active ones only, unless the filter itself speaks of `archived_at`. */
export function filterSelection(
  resource: ResourceDescription,
  { filter, q }: Pick<FilterBody, 'filter' | 'q'>,
): Selection {
  const fields = resource.parentKey?.fields ?? [];
  const { about: onParentKey, others } = splitFilter(filter, fields);
  const parts = [...onParentKey, ...others];
  return {
    named: parts.some((part) => namesRecords(resource, part)),
    ids: null,
    narrowedBy: new Set(parts.flatMap(narrowedField)),
    parentKey: (context) => onParentKey.map((part) => filterSql(part, context)),
    own: (context) => [
      ...archivedCondition(context, namesArchivedAt(filter) ? 'all' : 'false'),
      ...searchCondition(context, q),
      ...others.map((part) => filterSql(part, context)),
    ],
  };
}

/** The reference field of which a filter takes one value, or some. */
function narrowedField(filter: Filter): string[] {
  if (!isCondition(filter) || (filter.op !== 'eq' && filter.op !== 'in')) return [];
  return filter.field.scope === 'core' && filter.field.field.target !== null ? [filter.field.name] : [];
}
