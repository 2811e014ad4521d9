import {
  PLANNED_ACTIONS,
  classifySql,
  firstDependentRenameSql,
  onAllNewRows,
  type ClassifyStrategy,
} from '../../catalog/importing/classify-sql';
import { CLASSIFY_TABLES } from '../../catalog/importing/stage-sql';
import {
  KEEP_FIRST_OF_DUPLICATES_SQL,
  rejectDuplicatesSql,
  keySets,
} from '../../catalog/importing/duplicate-sql';
import {
  fillKeyRangesSql,
  hasKeyRanges,
  keyRangeStatisticsSql,
  type KeyRangeStatistics,
} from '../../catalog/importing/key-range-sql';
import { lockParentsSql } from '../../catalog/importing/parent-key-sql';
import { ruleStatements } from '../../catalog/importing/rules';
import type { Sql } from '../../database/sql';
import { labelOf } from '../reading/reading-context';
import type { Counts, RowRange } from './counts';
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
}

/**
 * The last row of a range that begins after `from`, at most `to`. Rows take effect in file order: a row whose new name
 * is free only because an earlier row gives it up belongs to a later range.
 */
export async function endOfRange(
  { layout, job, session }: ImportRun,
  { given }: StagedRows,
  { from, to }: RowRange,
): Promise<number> {
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
  if (staged.hasDuplicates) await rejectDuplicates(tx, run);
  const { rows } = statistics;
  return { range, strategy, rows, counts: await countRange(tx, { range, strategy, rows }) };
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

/** Removes the rows with an error from `planned_rows`. */
export async function removeRejected(tx: Sql): Promise<void> {
  await tx.query(
    `DELETE FROM planned_rows USING (SELECT DISTINCT row FROM classify_errors) rejected
     WHERE rejected.row = planned_rows._row`,
  );
}

/** Of the rows that share a key and have no error of their own, the first in the file is valid. */
async function rejectDuplicates(tx: Sql, run: ImportRun): Promise<void> {
  for (const set of keySets(run.layout).keys()) {
    await tx.query(KEEP_FIRST_OF_DUPLICATES_SQL, [set]);
    await tx.query(rejectDuplicatesSql(run.layout), [set, keyLabel(run, set)]);
    await removeRejected(tx);
  }
}

function keyLabel(run: ImportRun, set: number): string {
  const { match, resource } = run.layout;
  if (set === 0 && match.by === 'id') return 'id';
  if (set === 0 && match.by === 'custom') return labelOf(run, match.key);
  return resource.naturalKey.map((name) => labelOf(run, name)).join(', ');
}

interface Found extends Counts {
  /** Rows that were staged and rejected by a rule. */
  rejected: number;
}

/** Counts what the rows of a classified range do. */
export async function countRange(
  tx: Sql,
  { range: { from, to }, strategy, rows }: Omit<ClassifiedRange, 'counts'>,
): Promise<Counts> {
  const [found] = await tx.query<Record<keyof Found, number>>(
    `SELECT planned.created, planned.updated, planned.unchanged, errors.failed, errors.rejected, errors.errors
     FROM (SELECT count(*) FILTER (WHERE _action = '${PLANNED_ACTIONS.create}')::integer AS created,
                  count(*) FILTER (WHERE _action = '${PLANNED_ACTIONS.update}')::integer AS updated,
                  count(*) FILTER (WHERE _action = '${PLANNED_ACTIONS.unchanged}')::integer AS unchanged
           FROM planned_rows) planned,
          (SELECT count(DISTINCT row)::integer AS failed,
                  count(DISTINCT row) FILTER (WHERE phase = 1)::integer AS rejected,
                  count(*)::integer AS errors
           FROM (${RANGE_ERRORS_SQL}) errors) errors`,
    [from, to],
  );
  if (!found) throw new Error('The count returned no row.');
  const { rejected, ...counts } = found;
  const valid = rows - rejected;
  if (strategy === 'all') return counts;
  if (strategy === 'all_new') return { ...counts, created: valid };
  return { ...counts, unchanged: valid - counts.created - counts.updated };
}
