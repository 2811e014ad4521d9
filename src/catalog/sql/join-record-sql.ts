import type { ResourceDescription } from '../resource';
import { isInWorkspace, quote } from './sql-text';
import { columnOf, fromRecords } from './record-source';

/**
 * How a record is found for each of many rows: by a join that the planner chooses, or by one look-up
 * per row.
 */
export type JoinForm = 'planned' | 'looked up';

/**
 * A look-up in a unique index for each row, to follow JOIN. `OFFSET 0` keeps the planner from turning
 * it into a join, for which it would have to estimate the number of rows.
 */
export const lookUp = (select: string, alias: string): string => `LATERAL (${select} OFFSET 0) ${alias}`;

/** Joins the record of `target` that fulfils `condition`, under `alias`. */
export function joinRecord(
  join: 'JOIN' | 'LEFT JOIN',
  form: JoinForm,
  target: ResourceDescription,
  alias: string,
  condition: string,
): string {
  const from = fromRecords(target, alias);
  return form === 'looked up'
    ? `${join} ${lookUp(`SELECT ${alias}.* FROM ${from} WHERE ${condition}`, alias)} ON true`
    : `${join} ${from} ON ${condition}`;
}

/**
 * Looks up the parent `r_t` of each record `r` of `records`; only `records` for a resource without a
 * parent key.
 */
export function withParentKey(
  { parentKey }: ResourceDescription,
  records: string,
  workspace: string,
): string {
  if (!parentKey) return records;
  const isOfRecord = `${isInWorkspace('r_t.workspace_id', workspace)} AND r_t.id = r.${quote(parentKey.column)}`;
  return `${records} CROSS JOIN ${lookUp(`SELECT r_t.* FROM ${quote(parentKey.table)} r_t WHERE ${isOfRecord}`, 'r_t')}`;
}

/** Whether `name` is a reference that is stored in the parent. */
export const isOfParentKey = ({ parentKey }: ResourceDescription, name: string): boolean =>
  parentKey?.fields.includes(name) === true;

/** Whether a parent has many records, and comes first in their natural key. */
export const isGroupedByParent = ({ parentKey, naturalKey }: ResourceDescription): boolean =>
  parentKey?.resource === null && parentKey.fields.every((name, at) => naturalKey[at] === name);

/** SQL of the workspace of the row that stores the reference `name`: the record or its parent. */
export const workspaceOfReference = (resource: ResourceDescription, name: string): string =>
  isOfParentKey(resource, name) ? 'r_t.workspace_id' : columnOf(resource, 'workspace_id');
