import { isUuidForm } from '../kinds/uuid-form';
import { columnOf, fromRecords } from '../sql/record-source';
import type { FilterContext } from './filter-context';

const ALIAS = 'named';

/** SQL of the ids that `texts` (UUIDs and identifiers) name in the workspace; what names nothing is not among them. */
export function referencesSql(context: FilterContext, targetName: string, texts: readonly string[]): string {
  const { registry, resource, params, workspace } = context;
  const target = targetName === resource.name ? resource : registry.get(targetName);
  const ids = `${params.add(texts.filter(isUuidForm))}::uuid[]`;
  const identifiers = texts.filter((text) => !isUuidForm(text));
  if (target.identifiedBy === null || identifiers.length === 0) return ids;
  return `${ids} || ARRAY(SELECT ${columnOf(target, 'id', ALIAS)} FROM ${fromRecords(target, ALIAS)}
    WHERE ${columnOf(target, 'workspace_id', ALIAS)} = ${workspace}
      AND ${columnOf(target, target.identifiedBy, ALIAS)} = ANY (${params.add(identifiers)}::text[]))`;
}
