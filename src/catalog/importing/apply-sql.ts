import { quote } from '../sql/identifiers';
import { ARCHIVED_AT } from '../system-fields';
import type { GivenFields } from './given-fields';
import { changeableFields, updatedCustom, VERDICTS } from './judge-sql';
import type { StageLayout } from './stage-layout';

/**
 * Creates the records that `judged` says are new, in the order of their keys, so that two writers never wait for one
 * another in a circle. `$1` is the workspace.
 */
export function createRecordsSql({ resource }: StageLayout): string {
  const fields = [...resource.fields.keys(), ARCHIVED_AT];
  const custom = resource.customFields ? [resource.customFields.column] : [];
  const columns = ['workspace_id', ...fields, ...custom].map(quote).join(', ');
  const values = [
    '$1',
    ...fields.map((name) => `j.${quote(name)}`),
    ...custom.map(() => `jsonb_strip_nulls(coalesce(j._defaults, '{}') || coalesce(j._custom, '{}'))`),
  ];
  const key = resource.naturalKey.map((name) => `j.${quote(name)}`).join(', ');
  return `INSERT INTO ${quote(resource.table)} (${columns})
    SELECT ${values.join(', ')} FROM judged j WHERE j._verdict = '${VERDICTS.create}' ORDER BY ${key}`;
}

/**
 * Updates the records that `judged` says differ. They are found by their place (`ctid`): in a REPEATABLE READ
 * transaction a record that somebody moved meanwhile is a serialization failure, never the wrong record.
 */
export function updateRecordsSql(layout: StageLayout, given: GivenFields): string {
  const { resource } = layout;
  const sets = changeableFields(layout)
    .filter((name) => given.some(name))
    .map((name) => `${quote(name)} = ${given.choose(name, `j.${quote(name)}`, `r.${quote(name)}`)}`);
  const custom = resource.customFields
    ? [`${quote(resource.customFields.column)} = ${updatedCustom(resource, 'j')}`]
    : [];
  const all = [...sets, ...custom, `archived_at = j.archived_at`, `updated_at = clock_timestamp()`];
  return `UPDATE ${quote(resource.table)} r SET ${all.join(', ')}
    FROM judged j WHERE j._verdict = '${VERDICTS.update}' AND r.ctid = j._tid AND r.workspace_id = $1`;
}
