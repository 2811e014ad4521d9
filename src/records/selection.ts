import {
  conditionSql,
  type FilterContext,
  filterSql,
  isNaming,
  namedSql,
  namesRecords,
  referencesSql,
  refersTo,
} from '../catalog/filter/filter-sql';
import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { isInWorkspace, SqlParams } from '../catalog/sql/sql-text';
import { columnOf } from '../catalog/sql/record-source';
import { fieldOf, instantField, ARCHIVED_AT } from '../catalog/resource-fields';
import type { Archived, RecordListQuery } from './list-query';
import { type Filter, isCondition, namesArchivedAt, splitFilter } from '../catalog/filter/filter';
import type { FilterBody } from './filter-body';

/** Which records a request may see at all: those of one resource in one workspace. */
export interface RecordScope {
  readonly resource: ResourceDescription;
  readonly registry: ResourceRegistry;
  readonly workspaceId: string;
}

/** Begins a statement over the scope; its first parameter is the workspace. */
export function newStatement({ resource, registry, workspaceId }: RecordScope): FilterContext {
  const params = new SqlParams();
  return { resource, registry, workspace: params.add(workspaceId), params };
}

/**
 * The conditions on records, as boolean SQL over alias `r`. They are built for each statement, because
 * their values become its parameters.
 */
export interface Selection {
  /** Conditions on the parent alone; empty for a resource without a parent key. */
  readonly parentKey: (context: FilterContext) => string[];
  /** Conditions on the record itself. */
  readonly own: (context: FilterContext) => string[];
  /** Whether it names single records, so that there are few. */
  readonly named: boolean;
  /** Reference fields that it restricts to one value or a list. */
  readonly narrowedBy: ReadonlySet<string>;
  /** SQL of the ids of the records, a `uuid[]`, when a list names them; otherwise null. */
  readonly ids: ((context: FilterContext) => string) | null;
}

/** The first condition of every query over records: the workspace of the scope. */
export const isInScope = ({ resource, workspace }: FilterContext): string =>
  isInWorkspace(columnOf(resource, 'workspace_id'), workspace);

/** All conditions of a selection. */
export const conditionsOf = (selection: Selection, context: FilterContext): string[] => [
  isInScope(context),
  ...selection.parentKey(context),
  ...selection.own(context),
];

/** The records that the query parameters of a list select. */
export function listSelection(resource: ResourceDescription, query: RecordListQuery): Selection {
  const { ids, archived, references } = query;
  const looksUp = resource.packedId === null;
  const behindParentKey = (name: string): boolean => resource.parentKey?.fields.includes(name) === true;
  return {
    named: ids !== null || [...references.keys()].some((name) => isNaming(resource, name)),
    ids: ids !== null && looksUp ? (context) => referencesSql(context, resource.name, ids) : null,
    narrowedBy: new Set(references.keys()),
    parentKey: (context) => referenceConditions(context, query, behindParentKey),
    own: (context) => [
      ...archivedCondition(context, archived),
      ...referenceConditions(context, query, (name) => !behindParentKey(name)),
      ...(ids === null || looksUp ? [] : [namedSql(context, ids)]),
      ...periodConditions(context, query),
      ...searchCondition(context, query.q),
    ],
  };
}

function referenceConditions(
  context: FilterContext,
  { references }: RecordListQuery,
  isWanted: (name: string) => boolean,
): string[] {
  const { resource } = context;
  return [...references]
    .filter(([name]) => isWanted(name))
    .map(([name, text]) =>
      isNaming(resource, name)
        ? namedSql(context, [text], name)
        : refersTo(context, columnOf(resource, name), fieldOf(resource, name).target ?? '', [text]),
    );
}

/** `from` ≤ instant < `to`. */
function periodConditions(context: FilterContext, { from, to }: RecordListQuery): string[] {
  const { resource } = context;
  const instant = instantField(resource);
  if (instant === null) return [];
  const bound = (op: 'gte' | 'lt', text: string | null): string[] =>
    text === null
      ? []
      : [conditionSql(context, fieldOf(resource, instant), columnOf(resource, instant), op, text)];
  return [...bound('gte', from), ...bound('lt', to)];
}

function archivedCondition({ resource }: FilterContext, archived: Archived): string[] {
  if (archived === 'all' || !resource.archivable) return [];
  const column = columnOf(resource, ARCHIVED_AT);
  // Without statistics the planner estimates one row in 200 for NULL, but half of the rows for an
  // unknown expression. Most records are active; with the low estimate it would sort a whole workspace
  // for one page.
  return [archived === 'true' ? `${column} IS NOT NULL` : `CASE WHEN ${column} IS NULL THEN true END`];
}

/** `q` matches a part of any search field of the resource. */
function searchCondition(context: FilterContext, q: string | null): string[] {
  const { resource } = context;
  if (q === null) return [];
  const hits = resource.search.map((name) =>
    conditionSql(context, fieldOf(resource, name), columnOf(resource, name), 'like', q),
  );
  return [`(${hits.join(' OR ')})`];
}

/**
 * The records that pass a filter: only active ones, unless the filter has a condition on
 * `archived_at`.
 */
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

/** The reference field that a filter restricts to one value or a list. */
function narrowedField(filter: Filter): string[] {
  if (!isCondition(filter) || (filter.op !== 'eq' && filter.op !== 'in')) return [];
  return filter.field.scope === 'core' && filter.field.field.target !== null ? [filter.field.name] : [];
}
