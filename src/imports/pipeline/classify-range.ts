import {
  PLANNED_ACTIONS,
  classifySql,
  firstDependentRenameSql,
  onAllNewRows,
  type ClassifyStrategy,
} from '../../catalog/importing/classify-sql';
import { CLASSIFY_TABLES } from '../../catalog/importing/stage-sql';
import {
  fillKeyRangesSql,
  hasKeyRanges,
  keyRangeStatisticsSql,
  type KeyRangeStatistics,
} from '../../catalog/importing/key-range-sql';
import { lockParentsSql } from '../../catalog/importing/parent-key-sql';
import { RESTORES } from '../../catalog/importing/stage-layout';
import { ruleStatements } from '../../catalog/importing/rules';
import type { Sql } from '../../database/sql';
import { labelOf } from '../reading/reading-context';
import type { Counts, RowRange } from './counts';
import { removeRejected, resolveDuplicates } from './duplicates';
import { RANGE_ERRORS_SQL } from './error-report';
import type { ImportRun, StagedRows } from './import-run';
import { withPlannerSettings } from './planner';

/** `all_new`: `planned_rows` stays empty, for every row without an error creates a record. */
type RangeStrategy = ClassifyStrategy | 'all_new';

/** A range whose rows are classified in `planned_rows` and `classify_errors`. */
export interface ClassifiedRange {
  readonly range: RowRange;
  readonly strategy: RangeStrategy;
  /** Rows of the range that were staged. */
  readonly rows: number;
  readonly counts: Counts;
  /** The first row that restores an archived record. */
  readonly firstRestored: number | null;
}

/**
 * The last row of a range that begins after `from`, at most `lastRow`. A dry run of periods, each checked against those
 * before it, has one range: what it applied is rolled back after the range. Rows take effect in file order: a row whose new name
 * is free only because an earlier row gives it up belongs to a later range.
 */
export async function endOfRange(
  { layout, job, session, settings, request }: ImportRun,
  { given }: StagedRows,
  from: number,
  lastRow: number,
): Promise<number> {
  if (layout.resource.period && request.dryRun) return lastRow;
  const to = Math.min(from + settings.batchRows, lastRow);
  if (!layout.renames || !layout.resource.naturalKey.some((name) => given.some(name))) return to;
  const [first] = await session.query<{ row: number | null }>(firstDependentRenameSql(layout), [
    job.workspaceId,
    from,
    to,
  ]);
  return first === undefined || first.row === null ? to : first.row - 1;
}

/**
 * Classifies the rows of a range in the transaction `tx`: what each one will do, and which ones have an error. It writes
 * TEMP tables and locks the parents of the rows, and nothing else. A row with an error does nothing.
 */
export async function classifyRange(
  tx: Sql,
  run: ImportRun,
  staged: StagedRows,
  range: RowRange,
): Promise<ClassifiedRange> {
  const { layout, job } = run;
  const { parentKey } = layout.resource;
  await clearPlannedRows(tx);
  const statistics = await keyRangeStatistics(tx, run, range);
  const strategy = chooseStrategy(run, staged, statistics);
  if (strategy !== 'all_new') await planRows(tx, run, staged, range, strategy);
  if (parentKey) await tx.query(lockParentsSql(layout, parentKey), [job.workspaceId]);
  await checkRules(tx, run, staged, range, strategy);
  // Which of several periods with one key is valid shows only when they are applied.
  if (staged.hasDuplicates && !layout.resource.period) await resolveDuplicates(tx, run);
  return countRange(tx, { range, strategy, rows: statistics.rows });
}

/** Empties the tables of the previous range. An empty table is skipped: truncating it costs as much as a full one. */
async function clearPlannedRows(tx: Sql): Promise<void> {
  const full = await tx.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = pg_my_temp_schema() AND relname = ANY ($1) AND pg_relation_size(oid) > 0`,
    [CLASSIFY_TABLES],
  );
  if (full.length > 0) await tx.query(`TRUNCATE ${full.map(({ name }) => `pg_temp.${name}`).join(', ')}`);
}

async function keyRangeStatistics(
  tx: Sql,
  { layout, job }: ImportRun,
  { from, to }: RowRange,
): Promise<KeyRangeStatistics> {
  if (hasKeyRanges(layout)) {
    await tx.query(fillKeyRangesSql(layout), [from, to]);
    const sql = keyRangeStatisticsSql(layout);
    const [statistics] = await withPlannerSettings(tx, 'exists_in_key_range', () =>
      tx.query<KeyRangeStatistics>(sql, [job.workspaceId]),
    );
    if (statistics) return statistics;
  }
  return { rows: to - from, records: 'scattered' };
}

/** Rows that share a key and periods depend on each other, so all rows are planned, unchanged ones too. */
function chooseStrategy(
  { layout }: ImportRun,
  { hasDuplicates }: StagedRows,
  { records }: KeyRangeStatistics,
): RangeStrategy {
  if (hasDuplicates || layout.resource.period || !hasKeyRanges(layout)) return 'all';
  if (records === 'all_new') return 'all_new';
  return records === 'clustered' ? 'changes_in_key_ranges' : 'changes';
}

async function planRows(
  tx: Sql,
  { layout, job }: ImportRun,
  { given }: StagedRows,
  { from, to }: RowRange,
  strategy: ClassifyStrategy,
): Promise<void> {
  const sql = classifySql(layout, given, strategy);
  const plan = (): Promise<unknown> => tx.query(sql, [job.workspaceId, from, to]);
  await (strategy === 'changes_in_key_ranges' ? withPlannerSettings(tx, 'join_key_ranges', plan) : plan());
}

async function checkRules(
  tx: Sql,
  run: ImportRun,
  { given }: StagedRows,
  { from, to }: RowRange,
  strategy: RangeStrategy,
): Promise<void> {
  const { layout, registry, job } = run;
  const label = (field: string): string => labelOf(run, field);
  const rules = ruleStatements({ layout, given, registry, workspaceId: job.workspaceId, labelOf: label });
  if (strategy === 'all_new') {
    for (const rule of rules.filter(({ needsRecord }) => needsRecord !== true)) {
      const { text, params } = onAllNewRows(rule, from, to);
      await tx.query(text, params);
    }
    return;
  }
  for (const { text, params } of rules) await tx.query(text, params);
  await removeRejected(tx);
}

interface Found {
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  errors: number;
  /** Rows that were staged and rejected by a rule. */
  rejected: number;
  restored: number;
  first_restored: number | null;
}

/** Counts what the rows of a classified range do. The rows that are neither applied nor rejected were skipped. */
export async function countRange(
  tx: Sql,
  { range, strategy, rows }: Pick<ClassifiedRange, 'range' | 'strategy' | 'rows'>,
): Promise<ClassifiedRange> {
  const { from, to } = range;
  const [found] = await tx.query<Record<keyof Found, number>>(
    `SELECT planned.created, planned.updated, planned.unchanged, planned.restored, planned.first_restored,
            errors.failed, errors.rejected, errors.errors
     FROM (SELECT count(*) FILTER (WHERE _action = '${PLANNED_ACTIONS.create}')::integer AS created,
                  count(*) FILTER (WHERE _action = '${PLANNED_ACTIONS.update}')::integer AS updated,
                  count(*) FILTER (WHERE _action = '${PLANNED_ACTIONS.unchanged}')::integer AS unchanged,
                  count(*) FILTER (WHERE ${RESTORES})::integer AS restored,
                  min(_row) FILTER (WHERE ${RESTORES}) AS first_restored
           FROM planned_rows) planned,
          (SELECT count(DISTINCT row)::integer AS failed,
                  count(DISTINCT row) FILTER (WHERE phase = 1)::integer AS rejected,
                  count(*)::integer AS errors
           FROM (${RANGE_ERRORS_SQL}) errors) errors`,
    [from, to],
  );
  if (!found) throw new Error('The count returned no row.');
  const { rejected, first_restored: firstRestored, ...counts } = found;
  const valid = rows - rejected;
  const created = strategy === 'all_new' ? valid : counts.created;
  const isPartial = strategy !== 'all' && strategy !== 'all_new';
  const unchanged = isPartial ? valid - created - counts.updated : counts.unchanged;
  const skipped = to - from - created - counts.updated - unchanged - counts.failed;
  return { range, strategy, rows, firstRestored, counts: { ...counts, created, unchanged, skipped } };
}
