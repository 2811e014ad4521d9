import { fieldOf, ARCHIVED_AT, SYSTEM_FIELDS } from '../resource-fields';
import type { ResourceDescription } from '../resource';
import { isInWorkspace, quote } from '../sql/sql-text';
import { lookUp } from '../sql/join-record-sql';
import { columnOf, fromRecords, hasId, ownFields } from '../sql/record-source';
import type { GivenFields } from './given-fields';
import { foundOfRow } from './find-by-custom-sql';
import { inWorkspace, keyColumn } from './key-column';
import { foundNone, identityColumns, rememberedColumns } from './record-identity';
import { recordsInKeyRanges } from './key-range-sql';
import { stageColumnList, type StageLayout } from './stage-layout';

/** What a row will do: create a record, update one, or leave one as it is. */
export const PLANNED_ACTIONS = { create: 'c', update: 'u', unchanged: 'n' } as const;

/** Fields that can differ from the record that a row found: not those by which it found it. */
const unmatchedFields = ({ resource, match }: StageLayout): string[] =>
  ownFields(resource).filter((name) => match.by !== 'natural' || !resource.naturalKey.includes(name));

/** Fields that a row may change on the record it found. */
export const changeableFields = (layout: StageLayout): string[] =>
  unmatchedFields(layout).filter((name) => !fieldOf(layout.resource, name).immutable);

/** Fields that a row must leave as the record it found has them. */
export const immutableFields = (layout: StageLayout): string[] =>
  unmatchedFields(layout).filter((name) => fieldOf(layout.resource, name).immutable);

/**
 * `all`: every row of a range, looked up one by one. `changes`: not those that leave their record as it is, when nothing
 * asks for them. `changes_in_spans`: the same, joined to the records in `spans`.
 */
export type ClassifyStrategy = 'all' | 'changes' | 'changes_in_key_ranges';

/** Joins the record `r` that the row `s` names. `$1` is the workspace. */
function joinRecords(layout: StageLayout, way: ClassifyStrategy): string {
  const { resource, match, key } = layout;
  const keys = key.map((name) => `r.${keyColumn(resource, name)} = s.${quote(name)}`);
  if (way === 'changes_in_key_ranges') return `${recordsInKeyRanges(layout)} ON ${keys.join(' AND ')}`;
  const records = (from: string, conditions: readonly string[]): string =>
    `${lookUp(`SELECT r.* FROM ${from} WHERE ${conditions.join(' AND ')}`, 'r')} ON true`;
  if (match.by === 'natural') return records(`${quote(resource.table)} r`, [inWorkspace(resource), ...keys]);
  const found = match.by === 'id' ? hasId(resource, 's._match::uuid') : `${columnOf(resource, 'id')} = f.id`;
  return records(fromRecords(resource), [isInWorkspace(columnOf(resource, 'workspace_id'), '$1'), found]);
}

/**
 * Judges the rows `$2 < _row <= $3` of workspace `$1` into `judged`: joined to the records they name, each with its
 * verdict. A matched archived record is restored unless the row says otherwise, so `archived_at` always counts.
 */
export function classifySql(layout: StageLayout, given: GivenFields, way: ClassifyStrategy): string {
  const columns = stageColumnList(layout);
  const staged = layout.columns.map(({ name }) => `s.${quote(name)}`).join(', ');
  const differs = recordDiffers(layout, given);
  const found =
    way === 'all'
      ? `WHEN ${differs} THEN '${PLANNED_ACTIONS.update}' ELSE '${PLANNED_ACTIONS.unchanged}'`
      : `ELSE '${PLANNED_ACTIONS.update}'`;
  // A fixed field that differs changes nothing either, but is to be refused.
  const refused = differences(layout, given, immutableFields(layout)).map((change) => `(${change})`);
  const asked = [differs, ...refused].join(' OR ');
  const none = foundNone(layout.resource, 'r');
  return `INSERT INTO planned_rows (${columns}, ${rememberedColumns(layout.resource).join(', ')}, _action)
    SELECT ${staged}, ${identityColumns(layout.resource).join(', ')},
           CASE WHEN ${none} THEN '${PLANNED_ACTIONS.create}' ${found} END::"char"
    FROM staged s ${layout.match.by === 'custom' ? `LEFT JOIN ${foundOfRow('s')} ON true` : ''}
    LEFT JOIN ${joinRecords(layout, way)}
    WHERE s._row > $2 AND s._row <= $3 ${way === 'all' ? '' : `AND (${none} OR ${asked})`}`;
}

function recordDiffers(layout: StageLayout, given: GivenFields): string {
  const { resource } = layout;
  const changes = differences(layout, given, changeableFields(layout));
  const archived = SYSTEM_FIELDS.archived_at.kind.differs(
    columnOf(resource, ARCHIVED_AT),
    `s.${quote(ARCHIVED_AT)}`,
  );
  const custom = resource.customFields
    ? [`s._custom IS NOT NULL AND ${updatedCustom(resource, given, 's')} <> ${customColumn(resource)}`]
    : [];
  return [...changes, archived, ...custom].map((change) => `(${change})`).join(' OR ');
}

/** SQL for each of `fields` that some row gives: true when the row `s` gives it and the record `r` has another value. */
function differences({ resource }: StageLayout, given: GivenFields, fields: readonly string[]): string[] {
  return fields
    .filter((name) => given.some(name))
    .map((name) => {
      const differs = fieldOf(resource, name).kind.differs(columnOf(resource, name), `s.${quote(name)}`);
      const isGiven = given.sql(name, 's');
      return isGiven === 'true' ? differs : `${isGiven} AND ${differs}`;
    });
}

function customColumn({ customFields }: ResourceDescription): string {
  return `r.${quote(customFields?.column ?? '')}`;
}

/** The custom fields after an update: merged key by key, a null clears. */
export function updatedCustom(resource: ResourceDescription, given: GivenFields, alias: string): string {
  return withoutNulls(given, `${customColumn(resource)} || coalesce(${alias}._custom, '{}')`);
}

/** Custom fields `merged` as they are stored: unset ones left out, which takes a look only when some row clears one. */
export const withoutNulls = ({ clearsCustom }: GivenFields, merged: string): string =>
  clearsCustom ? `jsonb_strip_nulls(${merged})` : `(${merged})`;
