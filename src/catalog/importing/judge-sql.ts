import { fieldOf } from '../field-of';
import type { ResourceDescription } from '../resource';
import { quote } from '../sql/identifiers';
import { columnOf, fromRecords, hasId, ownFields } from '../sql/record-source';
import { ARCHIVED_AT, SYSTEM_FIELDS } from '../system-fields';
import type { GivenFields } from './given-fields';
import { stageColumnList, THROUGH, type StageLayout } from './stage-layout';

/** What a row will do: create a record, update one, or leave one as it is. */
export const VERDICTS = { create: 'c', update: 'u', unchanged: 'n' } as const;

/** Fields that a row may change on the record it found: not those by which it found it, and none that is fixed. */
export function changeableFields({ resource, match }: StageLayout): string[] {
  return ownFields(resource).filter(
    (name) =>
      !fieldOf(resource, name).fixed && !(match.by === 'natural' && resource.naturalKey.includes(name)),
  );
}

/** Joins the record `r` that the row `s` names. `$1` is the workspace. */
function joinRecords({ resource, match, key }: StageLayout): string {
  const inWorkspace = `${columnOf(resource, 'workspace_id')} = $1`;
  if (match.by === 'id')
    return `${fromRecords(resource)} ON ${inWorkspace} AND ${hasId(resource, 's._match::uuid')}`;
  if (match.by === 'custom')
    return `${fromRecords(resource)} ON ${inWorkspace} AND ${columnOf(resource, 'id')} = f.id`;
  const keys = key.map(
    (name) => `r.${quote(name === THROUGH ? throughColumn(resource) : name)} = s.${quote(name)}`,
  );
  // The key of `through` belongs to one workspace: rows were resolved in their own.
  return `${quote(resource.table)} r ON ${resource.packedId ? '$1::uuid IS NOT NULL' : 'r.workspace_id = $1'} AND ${keys.join(' AND ')}`;
}

/** The column of a record that holds the key of `through`. */
export const throughColumn = ({ through }: ResourceDescription): string => through?.column ?? '';

/**
 * Judges the rows `$2 < _row <= $3` of workspace `$1` into `judged`: joined to the records they name, each with its
 * verdict. A matched archived record is restored unless the row says otherwise, so `archived_at` always counts.
 */
export function judgeSql(layout: StageLayout, given: GivenFields): string {
  const columns = stageColumnList(layout);
  const staged = layout.columns.map(({ name }) => `s.${quote(name)}`).join(', ');
  return `INSERT INTO judged (${columns}, _tid, _verdict)
    SELECT ${staged}, r.ctid,
           CASE WHEN r.ctid IS NULL THEN '${VERDICTS.create}'
                WHEN ${recordDiffers(layout, given)} THEN '${VERDICTS.update}' ELSE '${VERDICTS.unchanged}' END::"char"
    FROM staged s ${layout.match.by === 'custom' ? 'LEFT JOIN found f ON f.value = s._match' : ''}
    LEFT JOIN ${joinRecords(layout)}
    WHERE s._row > $2 AND s._row <= $3`;
}

function recordDiffers(layout: StageLayout, given: GivenFields): string {
  const { resource } = layout;
  const changes = changeableFields(layout)
    .filter((name) => given.some(name))
    .map((name) => {
      const differs = fieldOf(resource, name).kind.differs(columnOf(resource, name), `s.${quote(name)}`);
      const isGiven = given.sql(name, 's');
      return isGiven === 'true' ? differs : `${isGiven} AND ${differs}`;
    });
  const archived = SYSTEM_FIELDS.archived_at.kind.differs(
    columnOf(resource, ARCHIVED_AT),
    `s.${quote(ARCHIVED_AT)}`,
  );
  const custom = resource.customFields
    ? [`s._custom IS NOT NULL AND ${updatedCustom(resource, 's')} <> ${customColumn(resource)}`]
    : [];
  return [...changes, archived, ...custom].map((change) => `(${change})`).join(' OR ');
}

function customColumn({ customFields }: ResourceDescription): string {
  return `r.${quote(customFields?.column ?? '')}`;
}

/** The custom fields after an update: merged key by key, a null clears. */
export function updatedCustom(resource: ResourceDescription, alias: string): string {
  return `jsonb_strip_nulls(${customColumn(resource)} || coalesce(${alias}._custom, '{}'))`;
}
