import { onAllNewRows, onValidNewRows } from '../../catalog/importing/classify-sql';
import { ONE_ROW, createRecordsSql, updateRecordsSql } from '../../catalog/importing/apply-sql';
import type { GivenFields } from '../../catalog/importing/given-fields';
import {
  CREATED_PARENTS_SQL,
  createParentsSql,
  namedParentsSql,
} from '../../catalog/importing/parent-key-sql';
import { otherPeriodSql } from '../../catalog/importing/period-sql';
import { CLASSIFY_ERROR } from '../../catalog/importing/classify-error';
import { RULE_MESSAGES } from '../../catalog/rules/rule-messages';
import { isTransient, sqlState } from '../../database/transient-error';
import type { Sql, SqlSession } from '../../database/sql';
import { countRange, removeRejected, type ClassifiedRange } from './classify-range';
import type { Counts } from './counts';
import type { ImportRun, StagedRows } from './import-run';
import { withPlannerSettings } from './planner';

/**
 * Applies a classified range in the same transaction: creates and updates records if `write`. Periods are always
 * applied, for only that shows which ones overlap: a dry run rolls them back here, and a caller whose file has other
 * errors rolls back the transaction. Returns the counts of the range.
 */
export async function applyPlannedRows(
  tx: Sql,
  run: ImportRun,
  { given }: StagedRows,
  classified: ClassifiedRange,
  write: boolean,
): Promise<Counts> {
  if (run.layout.resource.period) {
    const isRejecting = await applyPeriods(tx, run, given);
    return isRejecting ? countRange(tx, classified) : classified.counts;
  }
  if (!write) return classified.counts;
  const { created, updated } = classified.counts;
  if (updated > 0) await updateRecords(tx, run, given);
  if (created > 0) await createRecords(tx, run, given, classified);
  return classified.counts;
}

async function updateRecords(tx: Sql, { layout, job }: ImportRun, given: GivenFields): Promise<void> {
  const sql = updateRecordsSql(layout, given);
  await withPlannerSettings(tx, 'update_by_key', () => tx.query(sql, [job.workspaceId]));
}

/** Creates the records of a range, and first the parents that they need and that are not there. */
async function createRecords(
  tx: Sql,
  { layout, job }: ImportRun,
  given: GivenFields,
  { range: { from, to }, strategy, counts }: ClassifiedRange,
): Promise<void> {
  const { parentKey } = layout.resource;
  const onNewRows = counts.errors === 0 ? onAllNewRows : onValidNewRows;
  const create = async (text: string): Promise<void> => {
    const statement = { text, params: [job.workspaceId] };
    const { text: sql, params } = strategy === 'all_new' ? onNewRows(statement, from, to) : statement;
    await tx.query(sql, params);
  };
  if (parentKey?.resource === null) {
    const allCreate = strategy === 'all_new' && counts.errors === 0;
    await create(createParentsSql(parentKey, allCreate ? namedParentsSql(layout) : CREATED_PARENTS_SQL));
  }
  await create(createRecordsSql(layout, given));
}

const OVERLAP = '23P01';

interface OverlappingRow {
  row: number;
  line: number | null;
  other: string | null;
}

/**
 * Applies periods. They depend on each other: rows take effect in file order, each checked against what the rows before
 * it left (docs/contract.md 6.3). Most files have no overlap and are applied as a set; otherwise row by row, and rows that overlap
 * are rejected. A dry run does the same and rolls it back. Returns whether rows were rejected.
 */
async function applyPeriods(tx: Sql, run: ImportRun, given: GivenFields): Promise<boolean> {
  await tx.query('SAVEPOINT periods');
  const overlapping = (await applyAsSet(tx, run, given)) ?? (await applyOneByOne(tx, run, given));
  if (run.request.dryRun) await tx.query('ROLLBACK TO SAVEPOINT periods');
  if (overlapping.length === 0) return false;
  await rejectOverlapping(tx, overlapping);
  await removeRejected(tx);
  return true;
}

/** Null, and nothing applied, when some period overlaps another one. */
async function applyAsSet(tx: Sql, run: ImportRun, given: GivenFields): Promise<OverlappingRow[] | null> {
  try {
    await updateRecords(tx, run, given);
    await tx.query(createRecordsSql(run.layout, given), [run.job.workspaceId]);
    return [];
  } catch (error) {
    if (sqlState(error) !== OVERLAP) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT periods');
    return null;
  }
}

function applyOneByOne(tx: Sql, { layout, job }: ImportRun, given: GivenFields): Promise<OverlappingRow[]> {
  const { period } = layout.resource;
  if (!period) throw new Error(`${layout.resource.name} has no periods.`);
  return tx.query<OverlappingRow>(
    `SELECT "row", line, other FROM almagest_apply_planned_rows($1, $2, $3, $4)`,
    [
      createRecordsSql(layout, given, ONE_ROW),
      updateRecordsSql(layout, given, ONE_ROW),
      otherPeriodSql(layout, period),
      job.workspaceId,
    ],
  );
}

async function rejectOverlapping(tx: Sql, rows: readonly OverlappingRow[]): Promise<void> {
  await tx.query(
    `${CLASSIFY_ERROR}
     SELECT row, line, NULL, 'conflict', format('${RULE_MESSAGES.periodOverlap}', other), NULL
     FROM unnest($1::integer[], $2::integer[], $3::text[]) AS overlapping (row, line, other) ORDER BY row`,
    [rows.map(({ row }) => row), rows.map(({ line }) => line), rows.map(({ other }) => other)],
  );
}

const MAX_TRIES = 10;

/** A concurrent writer created the same record, removed a parent or closed a period after the rows were classified. */
const CONCURRENT_CHANGE = new Set(['23503', '23505', '23P01']);

/**
 * Runs one REPEATABLE READ transaction on the session of the attempt, up to ten times with backoff when a concurrent
 * change fails it: the next one classifies by what is stored then. A lost connection is thrown, for the staged rows are
 * lost with it. Throws the reason of `stop`.
 */
export async function inRepeatableTransaction<T>(
  session: SqlSession,
  stop: AbortSignal,
  work: (tx: Sql) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    stop.throwIfAborted();
    try {
      return await session.transaction('REPEATABLE READ', work);
    } catch (error) {
      const state = sqlState(error);
      const mayRetry =
        state !== null && (CONCURRENT_CHANGE.has(state) || (isTransient(error) && !/^(08|57)/.test(state)));
      if (!mayRetry || attempt >= MAX_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * Math.random() + 5));
    }
  }
}
