import { quote } from '../sql/sql-text';
import type { GivenFields } from './given-fields';
import { PLANNED_ACTIONS, changeableFields, updatedCustom, withoutNulls } from './classify-sql';
import { PARENT_KEY, parentKeyColumn, type StageLayout } from './stage-layout';
import { isRemembered } from './record-identity';

/** All rows of `planned_rows`, or the one whose number is `$2`. */
export const ONE_ROW = 'AND j._row = $2';
type Rows = '' | typeof ONE_ROW;

/**
 * Creates the records of the rows whose planned action is `create`, in the order of their keys, so that two writers never
 * deadlock. `$1` is the workspace.
 */
export function createRecordsSql(layout: StageLayout, given: GivenFields, which: Rows = ''): string {
  const { resource, fields, key } = layout;
  const custom = resource.customFields ? [resource.customFields.column] : [];
  const workspace = resource.packedId ? [] : ['workspace_id'];
  const parentKey = resource.parentKey ? [parentKeyColumn(resource)] : [];
  const columns = [...workspace, ...parentKey, ...fields, ...custom].map(quote).join(', ');
  const values = [
    ...workspace.map(() => '$1::uuid'),
    ...parentKey.map(() => `j.${PARENT_KEY}`),
    ...fields.map((name) => `j.${quote(name)}`),
    ...custom.map(() => withoutNulls(given, `coalesce(j._defaults, '{}') || coalesce(j._custom, '{}')`)),
  ];
  const order = key.map((name) => `j.${quote(name)}`).join(', ');
  return `INSERT INTO ${quote(resource.table)} (${columns})
    SELECT ${values.join(', ')} FROM planned_rows j WHERE j._action = '${PLANNED_ACTIONS.create}' AND $1::uuid IS NOT NULL ${which} ORDER BY ${order}`;
}

/**
 * Updates the records of the rows whose planned action is `update`. In a REPEATABLE READ transaction a record that was
 * changed meanwhile is a serialization failure. `$1` is the workspace.
 */
export function updateRecordsSql(layout: StageLayout, given: GivenFields, which: Rows = ''): string {
  const { resource } = layout;
  const sets = changeableFields(layout)
    .filter((name) => given.some(name))
    .map((name) => `${quote(name)} = ${given.choose(name, `j.${quote(name)}`, `r.${quote(name)}`)}`);
  const custom = resource.customFields
    ? [`${quote(resource.customFields.column)} = ${updatedCustom(resource, given, 'j')}`]
    : [];
  const archivedAt = layout.keepsArchived
    ? 'archived_at = coalesce(j.archived_at, r.archived_at)'
    : 'archived_at = j.archived_at';
  const all = [...sets, ...custom, archivedAt, `updated_at = clock_timestamp()`];
  return `UPDATE ${quote(resource.table)} r SET ${all.join(', ')}
    FROM planned_rows j WHERE j._action = '${PLANNED_ACTIONS.update}' AND ${isRemembered(resource, '$1')} ${which}`;
}
