import { Injectable } from '@nestjs/common';
import { fieldOf } from '../../catalog/resource-fields';
import { fillMessage } from '../../catalog/rules/rule-messages';
import { ResourceRegistry } from '../../catalog/registry';
import { Database } from '../../database/database';
import type { Sql } from '../../database/sql';
import type { JsonValue } from '../../formats/json/json-value';
import { notFound, problem } from '../../http/problem/problem.exception';
import { findRecord, textOf } from '../../records/find-record';
import { inTransaction } from '../../records/in-transaction';
import { marketCalendars } from './market-calendars.resource';
import { MAX_ERRORS, pointer, readCalendar, type CalendarColumns } from './read-calendar';
import {
  brokenRulesSql,
  calendarChecks,
  createCalendarSql,
  updateCalendarSql,
  type CalendarStatement,
} from './write-calendar-sql';

/** The number of entries by result. */
export interface CalendarCounts {
  created_count: number;
  updated_count: number;
  unchanged_count: number;
}

/** Loads many days of one market at once. */
@Injectable()
export class CalendarLoader {
  constructor(
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
  ) {}

  /**
   * Upserts the entries in `body`, all or nothing; other days stay as they are. Loads of one market wait for each other.
   * Throws 404 without the market, what `readCalendar` throws, and 422 for entries that break a rule.
   */
  async load(workspaceId: string, marketId: string, body: JsonValue): Promise<CalendarCounts> {
    const markets = this.registry.get(fieldOf(marketCalendars, 'market_id').target ?? '');
    const market = await findRecord(this.database, markets, workspaceId, marketId);
    if (!market) throw notFound();
    const id = textOf(market, 'id') ?? '';
    const columns = readCalendar(body, [id, textOf(market, markets.identifiedBy ?? 'id') ?? id]);
    return inTransaction(this.database, async (tx) => {
      if (!(await findRecord(tx, markets, workspaceId, id, 'FOR NO KEY UPDATE'))) throw notFound();
      await refuseBroken(tx, columns);
      const updated = await write(tx, updateCalendarSql(workspaceId, id, columns));
      const created = await write(tx, createCalendarSql(workspaceId, id, columns));
      const given = columns.get('date')?.length ?? 0;
      return { created_count: created, updated_count: updated, unchanged_count: given - created - updated };
    });
  }
}

/** Throws 422 `invalid_value` with the first rules that entries break. */
async function refuseBroken(tx: Sql, columns: CalendarColumns): Promise<void> {
  const { text, params } = brokenRulesSql(columns, MAX_ERRORS);
  const broken = await tx.query<{ at: number; checks: number[] }>(text, params);
  const errors = broken
    .flatMap(({ at, checks }) => checks.map((index) => errorOf(at, index)))
    .slice(0, MAX_ERRORS);
  const [first] = errors;
  if (first) throw problem(422, 'invalid_value', first.message, { errors });
}

function errorOf(at: number, index: number): { pointer: string; code: string; message: string } {
  const check = calendarChecks[index];
  if (!check) throw new Error(`There is no check ${index} of calendars.`);
  const message = fillMessage(check.message, ...check.named);
  return { pointer: pointer(at, check.field), code: 'invalid_value', message };
}

async function write(tx: Sql, { text, params }: CalendarStatement): Promise<number> {
  const [written] = await tx.query<{ entries: number }>(text, params);
  return written?.entries ?? 0;
}
