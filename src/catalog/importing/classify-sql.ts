import { ARCHIVED_AT, SYSTEM_FIELDS, fieldOf } from '../resource-fields';
import type { ResourceDescription } from '../resource';
import { isInWorkspace, quote, type SqlParams } from '../sql/sql-text';
import { lookUp } from '../sql/join-record-sql';
import { columnOf, fromRecords, hasId, ownFields } from '../sql/record-source';
import type { GivenFields } from './given-fields';
import { foundOfRow } from './stage-sql';
import { inWorkspace, keyColumn, stageColumnList, RESTORES, type StageLayout } from './stage-layout';
import { foundNone, identityColumns, rememberedColumns } from './record-identity';
import { recordsInKeyRanges } from './key-range-sql';

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
 * `all`: every row of a range, looked up one by one. `changes`: only rows that create, change or reject.
 * `changes_in_key_ranges`: the same rows, joined to the records in `key_ranges`.
 */
export type ClassifyStrategy = 'all' | 'changes' | 'changes_in_key_ranges';

/** Joins the record `r` that the row `s` names. `$1` is the workspace. */
function joinRecords(layout: StageLayout, strategy: ClassifyStrategy): string {
  const { resource, match, key } = layout;
  const keys = key.map((name) => `r.${keyColumn(resource, name)} = s.${quote(name)}`);
  if (strategy === 'changes_in_key_ranges') return `${recordsInKeyRanges(layout)} ON ${keys.join(' AND ')}`;
  const records = (from: string, conditions: readonly string[]): string =>
    `${lookUp(`SELECT r.* FROM ${from} WHERE ${conditions.join(' AND ')}`, 'r')} ON true`;
  if (match.by === 'natural') return records(`${quote(resource.table)} r`, [inWorkspace(resource), ...keys]);
  const found = match.by === 'id' ? hasId(resource, 's._match::uuid') : `${columnOf(resource, 'id')} = f.id`;
  return records(fromRecords(resource), [isInWorkspace(columnOf(resource, 'workspace_id'), '$1'), found]);
}

/**
 * Classifies the rows `$2 < _row <= $3` of workspace `$1` into `planned_rows`: joined to the records that they name, each
 * with its planned action. A matched archived record is restored unless the row or the request says otherwise, so
 * `archived_at` always counts.
 */
export function classifySql(layout: StageLayout, given: GivenFields, strategy: ClassifyStrategy): string {
  const columns = stageColumnList(layout);
  const staged = layout.columns.map(({ name }) => `s.${quote(name)}`).join(', ');
  const differs = recordDiffers(layout, given);
  const found =
    strategy === 'all'
      ? `WHEN ${differs} THEN '${PLANNED_ACTIONS.update}' ELSE '${PLANNED_ACTIONS.unchanged}'`
      : `ELSE '${PLANNED_ACTIONS.update}'`;
  // An immutable field that differs changes nothing, but the row is rejected.
  const rejected = differences(layout, given, immutableFields(layout)).map((change) => `(${change})`);
  const selected = [differs, ...rejected].join(' OR ');
  const none = foundNone(layout.resource, 'r');
  return `INSERT INTO planned_rows (${columns}, ${rememberedColumns(layout.resource).join(', ')}, ${RESTORES}, _action)
    SELECT ${staged}, ${identityColumns(layout.resource).join(', ')}, ${restoresRecord(layout)},
           CASE WHEN ${none} THEN '${PLANNED_ACTIONS.create}' ${found} END::"char"
    FROM staged s ${layout.match.by === 'custom' ? `LEFT JOIN ${foundOfRow('s')} ON true` : ''}
    LEFT JOIN ${joinRecords(layout, strategy)}
    WHERE s._row > $2 AND s._row <= $3 ${strategy === 'all' ? '' : `AND (${none} OR ${selected})`}`;
}

function recordDiffers(layout: StageLayout, given: GivenFields): string {
  const { resource } = layout;
  const changes = differences(layout, given, changeableFields(layout));
  const staged = `s.${quote(ARCHIVED_AT)}`;
  const otherwise = SYSTEM_FIELDS.archived_at.kind.differs(columnOf(resource, ARCHIVED_AT), staged);
  const archived = layout.keepsArchived ? `${staged} IS NOT NULL AND ${otherwise}` : otherwise;
  const custom = resource.customFields
    ? [`s._custom IS NOT NULL AND ${updatedCustom(resource, given, 's')} <> ${customColumn(resource)}`]
    : [];
  return [...changes, archived, ...custom].map((change) => `(${change})`).join(' OR ');
}

/** SQL that is true when the row `s` makes the archived record `r` active again. */
function restoresRecord({ resource, keepsArchived }: StageLayout): string {
  if (keepsArchived) return 'false';
  return `${columnOf(resource, ARCHIVED_AT)} IS NOT NULL AND s.${quote(ARCHIVED_AT)} IS NULL`;
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

/** Custom fields `merged` as they are stored: unset ones left out, which costs time only when some row clears one. */
export const withoutNulls = ({ clearsCustom }: GivenFields, merged: string): string =>
  clearsCustom ? `jsonb_strip_nulls(${merged})` : `(${merged})`;

/** A statement with its parameters. */
interface Statement {
  readonly text: string;
  readonly params: SqlParams['values'];
}

/**
 * Lets a statement that reads `planned_rows` read the staged rows `from < _row <= to` instead, each with the action
 * `create`: in a range that names no record the rows need not be copied to `planned_rows`.
 */
export function onAllNewRows({ text, params }: Statement, from: number, to: number): Statement {
  return withPlannedRows('', text, [...params, from, to]);
}

/** The same without the rows that have an error. */
export function onValidNewRows({ text, params }: Statement, from: number, to: number): Statement {
  return withPlannedRows('AND s._row NOT IN (SELECT row FROM classify_errors)', text, [...params, from, to]);
}

function withPlannedRows(condition: string, text: string, params: Statement['params']): Statement {
  const from = `$${params.length - 1}`;
  return {
    text: `WITH planned_rows AS NOT MATERIALIZED (
        SELECT s.*, '${PLANNED_ACTIONS.create}'::"char" AS _action
        FROM staged s WHERE s._row > ${from}::integer AND s._row <= $${params.length}::integer ${condition})
      ${text}`,
    params,
  };
}

/**
 * Rows that are not matched by the natural key may rename records, and take effect in file order: a name may be free only
 * because an earlier row gives it up. Selects the first row after `$2` up to `$3` whose new name belongs to a record that an
 * earlier row of the range names; a range must end before it. `$1`: the workspace.
 */
export function firstDependentRenameSql({ resource, match }: StageLayout): string {
  const id = columnOf(resource, 'id');
  // The record that has the name, and the value by which a row would match that record.
  const join = match.by === 'custom' ? `JOIN found f ON f.id = r.id` : '';
  const name = match.by === 'custom' ? 'f.value' : `r.id::text`;
  const same = resource.naturalKey.map((key) => `${columnOf(resource, key)} = s.${quote(key)}`).join(' AND ');
  return `SELECT min(s._row) AS row FROM staged s
    CROSS JOIN LATERAL (SELECT ${id} AS id FROM ${fromRecords(resource)}
      WHERE ${isInWorkspace(columnOf(resource, 'workspace_id'), '$1')} AND ${same} OFFSET 0) r
    ${join} JOIN staged e ON e._match = ${name} AND e._row > $2 AND e._row < s._row
    WHERE s._row > $2 AND s._row <= $3 AND s._match <> e._match`;
}
