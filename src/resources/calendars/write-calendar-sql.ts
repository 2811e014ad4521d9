import { fieldOf } from '../../catalog/resource-fields';
import { isInWorkspace, quote, SqlParams } from '../../catalog/sql/sql-text';
import { columnValue, ruleChecks } from '../../catalog/rules/record-rules';
import { columnOf } from '../../catalog/sql/record-source';
import { marketCalendars } from './market-calendars.resource';
import type { CalendarColumns } from './read-calendar';

const { table } = marketCalendars;

/** The rules that every entry must keep. */
export const calendarChecks = ruleChecks(marketCalendars);

/** A statement that returns the number of written entries as `entries`. */
export interface CalendarStatement {
  readonly text: string;
  readonly params: SqlParams['values'];
}

/** Writes the entries that are there already and differ from what is given, or are archived: given ones are active. */
export function updateCalendarSql(
  workspaceId: string,
  marketId: string,
  columns: CalendarColumns,
): CalendarStatement {
  const params = new SqlParams();
  const given = givenSql(columns, params);
  const changeable = [...columns.keys()].filter((name) => name !== 'date');
  const sets = changeable.map((name) => `${quote(name)} = g.${quote(name)}`);
  const differs = changeable.map((name) =>
    fieldOf(marketCalendars, name).kind.differs(columnOf(marketCalendars, name), `g.${quote(name)}`),
  );
  return counted(
    `UPDATE ${quote(table)} r SET ${sets.join(', ')}, archived_at = NULL, updated_at = clock_timestamp()
     FROM ${given} WHERE ${isInWorkspace('r.workspace_id', params.add(workspaceId))} AND r.market_id = ${params.add(marketId)}::uuid
       AND r.date = g.date AND (r.archived_at IS NOT NULL OR ${differs.join(' OR ')})`,
    params,
  );
}

/** Creates the entries that are not there. Violates the unique constraint when another transaction was faster. */
export function createCalendarSql(
  workspaceId: string,
  marketId: string,
  columns: CalendarColumns,
): CalendarStatement {
  const params = new SqlParams();
  const given = givenSql(columns, params);
  const workspace = params.add(workspaceId);
  const market = `${params.add(marketId)}::uuid`;
  const names = [...columns.keys()];
  return counted(
    `INSERT INTO ${quote(table)} (workspace_id, market_id, ${names.map(quote).join(', ')})
     SELECT ${workspace}::uuid, ${market}, ${names.map((name) => `g.${quote(name)}`).join(', ')} FROM ${given}
     WHERE NOT EXISTS (SELECT FROM ${quote(table)} r
       WHERE ${isInWorkspace('r.workspace_id', workspace)} AND r.market_id = ${market} AND r.date = g.date)
     ORDER BY g.date`,
    params,
  );
}

/** Selects the entries that break rules: the place of each in the list, and of its broken checks in `calendarChecks`. */
export function brokenRulesSql(columns: CalendarColumns, limit: number): CalendarStatement {
  const params = new SqlParams();
  const given = givenSql(columns, params);
  const broken = calendarChecks.map(
    ({ isBroken }, check) => `CASE WHEN ${isBroken(columnValue('g'))} THEN ${check} END`,
  );
  // OFFSET 0: each check is evaluated once.
  return {
    text: `SELECT at, checks FROM (
        SELECT g.at, array_remove(ARRAY[${broken.join(', ')}], NULL) AS checks FROM ${given} OFFSET 0) entries
      WHERE checks <> '{}' ORDER BY at LIMIT ${params.add(limit)}`,
    params: params.values,
  };
}

/** The entries given as rows `g`, each column in its own type: one array a column, whatever their number. */
function givenSql(columns: CalendarColumns, params: SqlParams): string {
  const arrays: string[] = [];
  const typed: string[] = [];
  for (const [name, texts] of columns) {
    arrays.push(`${params.add(texts)}::text[]`);
    typed.push(`t.${quote(name)}::${fieldOf(marketCalendars, name).kind.pgType} AS ${quote(name)}`);
  }
  const names = [...columns.keys()].map(quote).join(', ');
  return `(SELECT ${typed.join(', ')}, (t.nr - 1)::integer AS at
    FROM unnest(${arrays.join(', ')}) WITH ORDINALITY AS t (${names}, nr)) g`;
}

const counted = (write: string, { values }: SqlParams): CalendarStatement => ({
  text: `WITH written AS (${write} RETURNING 1) SELECT count(*)::integer AS entries FROM written`,
  params: values,
});
