import { ARCHIVED_AT } from '../system-fields';
import { isCondition, type Filter } from './filter';

/** True when some condition looks at `archived_at`: then the filter itself says whether archived records count. */
export function namesArchivedAt(filter: Filter): boolean {
  if (isCondition(filter)) return filter.field.scope === 'core' && filter.field.name === ARCHIVED_AT;
  return [...filter.all, ...(filter.any ?? [])].some(namesArchivedAt);
}
