import type { ResourceDescription } from '../resource';
import { isCondition, type Filter } from './filter';
import { isNaming } from './named-sql';

/** True for a condition that lists records by their ids: then there are few, and each is found by itself. */
export function namesRecords(resource: ResourceDescription, filter: Filter): boolean {
  if (!isCondition(filter)) return false;
  const { field, op, values } = filter;
  const lists = (op === 'eq' || op === 'in') && values[0] !== null;
  return lists && field.scope === 'core' && isNaming(resource, field.name);
}
