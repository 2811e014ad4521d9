import { isUuidForm } from '../kinds/uuid-form';
import type { ResourceDescription } from '../resource';
import { columnOf, fromRecords } from '../sql/record-source';
import type { FilterContext } from './filter-context';
import { isInWorkspace } from '../sql/workspace-sql';

const ALIAS = 'named';

/** SQL of the ids that `texts` (UUIDs and identifiers) name in the workspace; what names nothing is not among them. */
export function referencesSql(context: FilterContext, targetName: string, texts: readonly string[]): string {
  const { params } = context;
  const target = targetOf(context, targetName);
  const ids = `${params.add(texts.filter(isUuidForm))}::uuid[]`;
  const identifiers = texts.filter((text) => !isUuidForm(text));
  if (target.identifiedBy === null || identifiers.length === 0) return ids;
  return `${ids} || ARRAY(${selectIds(context, target)} = ANY (${params.add(identifiers)}::text[]))`;
}

/**
 * SQL that is true when the reference `sql` is one of those that `texts` name. A single one is compared as such: the
 * planner takes a list that it does not know for ten, and would rather read a whole table than look ten things up.
 */
export function refersTo(
  context: FilterContext,
  sql: string,
  targetName: string,
  texts: readonly string[],
): string {
  const [one] = texts;
  if (texts.length !== 1 || one === undefined) {
    return `${sql} = ANY (${referencesSql(context, targetName, texts)})`;
  }
  if (isUuidForm(one)) return `${sql} = ${context.params.add(one)}::uuid`;
  const target = targetOf(context, targetName);
  if (target.identifiedBy === null) return 'false';
  return `${sql} = (${selectIds(context, target)} = ${context.params.add(one)}::text)`;
}

const targetOf = ({ registry, resource }: FilterContext, name: string): ResourceDescription =>
  name === resource.name ? resource : registry.get(name);

/** SELECT of the ids of a workspace, up to the identifier, which is still to be compared. */
function selectIds({ workspace }: FilterContext, target: ResourceDescription): string {
  return `SELECT ${columnOf(target, 'id', ALIAS)} FROM ${fromRecords(target, ALIAS)}
    WHERE ${isInWorkspace(columnOf(target, 'workspace_id', ALIAS), workspace)}
      AND ${columnOf(target, target.identifiedBy ?? 'id', ALIAS)}`;
}
