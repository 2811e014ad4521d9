import { fieldOf } from '../resource-fields';
import type { Period, ResourceDescription } from '../resource';
import { RULE_MESSAGES } from '../rules/rule-messages';
import { isInWorkspace, quote, SqlParams } from '../sql/sql-text';
import { CLASSIFY_ERROR, type RuleContext, type RuleStatement } from './rule';
import { keyColumn } from './key-column';
import { isAnother } from './record-identity';
import type { StageLayout } from './stage-layout';

/** The rule that a period ends after its start; none for a resource without periods. */
export function periodRules({ layout, given, labelOf }: RuleContext): RuleStatement[] {
  const { period } = layout.resource;
  if (!period || !given.some(period.until)) return [];
  const params = new SqlParams();
  const until = params.add(labelOf(period.until));
  const print = fieldOf(layout.resource, period.until).kind.print;
  return [
    {
      text: `${CLASSIFY_ERROR}
        SELECT j._row, j._line, ${until}::text, 'invalid_value',
               format('${RULE_MESSAGES.periodEnd}', ${until}::text, ${params.add(labelOf(period.from))}::text), ${print(`j.${quote(period.until)}`)}
        FROM planned_rows j WHERE j.${quote(period.until)} <= j.${quote(period.from)} ORDER BY j._row`,
      params: params.values,
    },
  ];
}

/** SQL that shows the record in the way of row `$2` of `judged`, in workspace `$1`. */
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
  const { print } = fieldOf(resource, from).kind;
  return `format('%s (%s until %s)', ${alias}.id, ${print(`${alias}.${quote(from)}`)}, coalesce(${print(`${alias}.${quote(until)}`)}, 'further notice'))`;
}
