import { fieldOf } from '../catalog/resource-fields';
import type { FilterContext } from '../catalog/filter/filter-sql';
import type { ResourceDescription } from '../catalog/resource';
import { isInWorkspace, quote, type SqlParams } from '../catalog/sql/sql-text';
import { isGroupedByParent, withParentKey } from '../catalog/sql/join-record-sql';
import { columnOf, fromRecords } from '../catalog/sql/record-source';
import { conditionsOf, isInScope, type Selection } from './selection';

/** The FROM of the records `r` of a selection, and their conditions. */
export interface Source {
  /** The text after FROM. */
  readonly from: string;
  readonly conditions: string[];
  /** How many of the first sort terms have their references joined in `from` already. */
  readonly joined: number;
}

/**
 * The source of the records in a selection. The planner has no statistics of a workspace that was
 * filled a minute ago, and a wrong estimate leads to a nested loop over everything. So records are
 * looked up row by row: those that are named by id, and those of each parent. `OFFSET 0` keeps the
 * look-up from becoming a join. In the order of the natural key (`inKeyOrder`) the parent is the first
 * field of that key, so that a page reads only its own rows.
 */
export function sourceOf(selection: Selection, context: FilterContext, inKeyOrder = false): Source {
  const { resource } = context;
  if (selection.named) return namedSource(selection, context);
  const onParentKey = selection.parentKey(context);
  const hasParentConditions = resource.parentKey !== null && onParentKey.length > 0;
  if (isGroupedByParent(resource) || hasParentConditions)
    return childrenSource(selection, context, onParentKey);
  if (inKeyOrder && followsParents(selection, resource)) return parentSource(selection, context, onParentKey);
  return {
    from: withParentKey(resource, `${quote(resource.table)} r`, context.workspace),
    conditions: [isInScope(context), ...onParentKey, ...selection.own(context)],
    joined: 0,
  };
}

/**
 * Whether records are read parent by parent: not when a filter selects few of them or those of one
 * parent.
 */
function followsParents(
  { narrowedBy }: Selection,
  { fields, naturalKey, parentKey }: ResourceDescription,
): boolean {
  const references = naturalKey.filter((name) => fields.get(name)?.target !== null);
  return (
    parentKey === null && references[0] === naturalKey[0] && !references.some((name) => narrowedBy.has(name))
  );
}

function namedSource(selection: Selection, context: FilterContext): Source {
  const { resource, workspace } = context;
  const table = `${quote(resource.table)} r`;
  const records =
    selection.ids === null
      ? table
      : `(SELECT DISTINCT unnest(${selection.ids(context)}) AS id) w CROSS JOIN LATERAL (
           SELECT r.* FROM ${table} WHERE ${isInWorkspace('r.workspace_id', workspace)} AND r.id = w.id OFFSET 0) r`;
  return {
    from: withParentKey(resource, records, workspace),
    conditions: conditionsOf(selection, context),
    joined: 0,
  };
}

function childrenSource(
  selection: Selection,
  context: FilterContext,
  onParentKey: readonly string[],
): Source {
  const { resource, workspace } = context;
  const { parentKey } = resource;
  const own = [`r.${quote(parentKey?.column ?? '')} = r_t.id`, ...selection.own(context)];
  if (!resource.packedId) own.push(isInScope(context));
  return {
    from: `${quote(parentKey?.table ?? '')} r_t CROSS JOIN LATERAL (${recordsWhere(resource, own)}) r`,
    conditions: [isInWorkspace('r_t.workspace_id', workspace), ...onParentKey],
    joined: 0,
  };
}

function parentSource(selection: Selection, context: FilterContext, onParentKey: readonly string[]): Source {
  const { resource, registry, workspace } = context;
  const [first = ''] = resource.naturalKey;
  const parent = registry.get(fieldOf(resource, first).target ?? '');
  const own = [
    isInScope(context),
    `${columnOf(resource, first)} = by_0.id`,
    ...onParentKey,
    ...selection.own(context),
  ];
  return {
    from: `${fromRecords(parent, 'by_0')} CROSS JOIN LATERAL (${recordsWhere(resource, own)}) r`,
    conditions: [isInWorkspace('by_0.workspace_id', workspace)],
    joined: 1,
  };
}

const recordsWhere = ({ table }: ResourceDescription, conditions: readonly string[]): string =>
  `SELECT r.* FROM ${quote(table)} r WHERE ${conditions.join(' AND ')} OFFSET 0`;

/**
 * A LIMIT whose value is hidden from the planner. The planner then assumes a small part of the rows
 * and reads them in index order. With a visible value it compares the limit with its estimate of the
 * rows, which may be wrong by any factor, and may sort a whole workspace for one page.
 */
export const limitSql = (params: SqlParams, count: number): string => `(SELECT ${params.add(count)}::int)`;
