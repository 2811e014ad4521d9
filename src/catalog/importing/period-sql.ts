import { fieldOf } from '../resource-fields';
import type { Period, ResourceDescription } from '../resource';
import { isInWorkspace, quote } from '../sql/sql-text';
import { keyColumn, type StageLayout } from './stage-layout';
import { isAnother } from './record-identity';

/** SQL that shows the record whose period row `$2` of `planned_rows` overlaps, in workspace `$1`. */
export function otherPeriodSql(layout: StageLayout, period: Period): string {
  const { resource, key } = layout;
  const same = key
    .filter((name) => name !== period.from)
    .map((name) => `o.${keyColumn(resource, name)} = j.${quote(name)}`);
  return `SELECT ${showPeriod(resource, period, 'o')} FROM planned_rows j JOIN ${quote(resource.table)} o
    ON ${isInWorkspace('o.workspace_id', '$1')} AND ${same.join(' AND ')} AND ${isAnother(resource, 'o')}
    WHERE j._row = $2 AND ${activePeriod(period, 'o')} && tstzrange(j.${quote(period.from)}, j.${quote(period.until)}, '[)')
    ORDER BY o.${quote(period.from)} LIMIT 1`;
}

/** SQL of the period of an active record, null for an archived one: the expression that the exclusion constraint indexes. */
export const activePeriod = ({ from, until }: Period, alias: string): string =>
  `(CASE WHEN ${alias}.archived_at IS NULL THEN tstzrange(${alias}.${quote(from)}, ${alias}.${quote(until)}, '[)') END)`;

/** SQL that shows a period with the id of its record: `<id> (2026-01-30T00:00:00Z until further notice)`. */
export function showPeriod(resource: ResourceDescription, { from, until }: Period, alias: string): string {
  const { kind } = fieldOf(resource, from);
  return `format('%s (%s until %s)', ${alias}.id, ${kind.print(`${alias}.${quote(from)}`)}, coalesce(${kind.print(`${alias}.${quote(until)}`)}, 'further notice'))`;
}
