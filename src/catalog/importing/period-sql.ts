import { fieldOf } from '../resource-fields';
import type { Period, ResourceDescription } from '../resource';
import { isInWorkspace, quote } from '../sql/sql-text';
import { RULE_MESSAGES } from '../rules/rule-messages';
import { KEEP_ROW_SQL, shownRow } from './duplicate-sql';
import { keyColumn, type StageLayout } from './stage-layout';
import { isAnother } from './record-identity';

/**
 * The rows of the file that were applied, with what finds their record: a period that overlaps theirs is reported with the
 * number of the row. None for rows that a custom field matches.
 */
const appliedKey = ({ key, match }: StageLayout): readonly string[] =>
  match.by === 'natural' ? key.map(quote) : ['_match'];

/** The TEMP table `applied_rows`, filled row by row. */
export function createAppliedSql(layout: StageLayout): string[] {
  const key = appliedKey(layout).join(', ');
  return [
    `CREATE TEMP TABLE applied_rows AS SELECT _row AS row, ${key} FROM staged WITH NO DATA`,
    `CREATE INDEX applied_rows_key ON applied_rows (${key})`,
  ];
}

/** Adds all rows of `planned_rows`. */
export const rememberAppliedSql = (layout: StageLayout): string =>
  `INSERT INTO applied_rows SELECT _row, ${appliedKey(layout).join(', ')} FROM planned_rows`;

/** Adds row `$2` of `planned_rows`; with duplicates it becomes the valid one of its groups. */
export function addAppliedSql(layout: StageLayout, hasDuplicates: boolean): string {
  const valid = hasDuplicates ? `WITH valid AS (${KEEP_ROW_SQL}) ` : '';
  return `${valid}${rememberAppliedSql(layout)} WHERE _row = $2 AND $1::uuid IS NOT NULL`;
}

/** After a take-over: adds the staged rows up to the checkpoint `$2` of job `$1` that have no error. */
export const resumeAppliedSql = (layout: StageLayout): string =>
  `INSERT INTO applied_rows SELECT s._row, ${appliedKey(layout).join(', ')} FROM staged s
  WHERE s._row <= $2 AND NOT EXISTS (SELECT FROM import_row_errors e WHERE e.job_id = $1 AND coalesce(e.staged_row, e.row) = s._row)`;

/**
 * SQL of the message about the period that row `$2` of `planned_rows` overlaps, in workspace `$1`: it names the row of the
 * file that gave the other period, else its record.
 */
export function otherPeriodSql(layout: StageLayout, period: Period): string {
  const { resource, key } = layout;
  const same = key
    .filter((name) => name !== period.from)
    .map((name) => `o.${keyColumn(resource, name)} = j.${quote(name)}`);
  const ofRecord = `format('${RULE_MESSAGES.periodOverlap}', ${showPeriod(resource, period, 'o')})`;
  return `SELECT coalesce(${overlappedRow(layout, period)}, ${ofRecord}) FROM planned_rows j JOIN ${quote(resource.table)} o
    ON ${isInWorkspace('o.workspace_id', '$1')} AND ${same.join(' AND ')} AND ${isAnother(resource, 'o')}
    WHERE j._row = $2 AND ${activePeriod(period, 'o')} && tstzrange(j.${quote(period.from)}, j.${quote(period.until)}, '[)')
    ORDER BY o.${quote(period.from)} LIMIT 1`;
}

/** The message about the row that gave the period of the record `o`; null when no row of the file did. */
function overlappedRow(layout: StageLayout, period: Period): string {
  const { resource, key, match } = layout;
  if (match.by === 'custom') return 'NULL';
  const isOfRecord =
    match.by === 'id'
      ? ['a._match = o.id::text']
      : key.map((name) => `a.${quote(name)} = o.${keyColumn(resource, name)}`);
  return `(SELECT format('${RULE_MESSAGES.rowOverlap}', ${shownRow(layout, 'a.row')}, ${boundsSql(resource, period, 'o')})
      FROM applied_rows a WHERE ${isOfRecord.join(' AND ')} ORDER BY a.row DESC LIMIT 1)`;
}

/** SQL of the period of an active record, null for an archived one: the expression that the exclusion constraint indexes. */
export const activePeriod = ({ from, until }: Period, alias: string): string =>
  `(CASE WHEN ${alias}.archived_at IS NULL THEN tstzrange(${alias}.${quote(from)}, ${alias}.${quote(until)}, '[)') END)`;

/** SQL that shows a period with the id of its record: `<id> (2026-01-30T00:00:00Z until further notice)`. */
export const showPeriod = (resource: ResourceDescription, period: Period, alias: string): string =>
  `format('%s (%s until %s)', ${alias}.id, ${boundsSql(resource, period, alias)})`;

/** SQL of the two ends of a period as texts. */
function boundsSql(resource: ResourceDescription, { from, until }: Period, alias: string): string {
  const { kind } = fieldOf(resource, from);
  return `${kind.print(`${alias}.${quote(from)}`)}, coalesce(${kind.print(`${alias}.${quote(until)}`)}, 'further notice')`;
}
