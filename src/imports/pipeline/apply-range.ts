import { createRecordsSql } from '../../catalog/importing/apply-sql';
import { onAllNewRows, onValidNewRows } from '../../catalog/importing/classify-sql';
import type { GivenFields } from '../../catalog/importing/given-fields';
import {
  CREATED_PARENTS_SQL,
  createParentsSql,
  namedParentsSql,
} from '../../catalog/importing/parent-key-sql';
import type { Warning } from '../../catalog/reading/warnings';
import { isTransient, sqlState } from '../../database/transient-error';
import type { Sql, SqlSession } from '../../database/sql';
import { applyPeriods } from './apply-periods';
import { countRange, type ClassifiedRange } from './classify-range';
import { summariseRange } from './error-summary';
import type { ImportRun, StagedRows } from './import-run';
import type { Outcome } from './outcome';
import { updateRecords } from './update-records';

/**
 * Applies a classified range in the same transaction: creates and updates records if `write`. Periods are always
 * applied, for only that shows which ones overlap: a dry run rolls them back here, and a caller whose file has other
 * errors rolls back the transaction. Returns what became of the rows.
 */
export async function applyPlannedRows(
  tx: Sql,
  run: ImportRun,
  staged: StagedRows,
  classified: ClassifiedRange,
  write: boolean,
): Promise<Outcome> {
  if (run.layout.resource.period) {
    const isRefusing = await applyPeriods(tx, run, staged);
    return outcomeOf(tx, run, isRefusing ? await countRange(tx, classified) : classified);
  }
  const { created, updated } = classified.counts;
  if (write && updated > 0) await updateRecords(tx, run, staged.given);
  if (write && created > 0) await createRecords(tx, run, staged.given, classified);
  return outcomeOf(tx, run, classified);
}

async function outcomeOf(
  tx: Sql,
  run: ImportRun,
  { range, counts, firstRestored }: ClassifiedRange,
): Promise<Outcome> {
  const errorSummary = counts.errors > 0 ? await summariseRange(tx, run, range) : [];
  return { counts, errorSummary, warnings: restoredWarnings(counts.restored, firstRestored) };
}

/** A row that matches an archived record restores it, which may be a surprise. */
function restoredWarnings(count: number, first_row: number | null): readonly Warning[] {
  if (count === 0) return [];
  const message =
    'The row matches an archived record and restores it. The option archived=keep leaves such records archived.';
  return [{ code: 'restored_record', column: null, message, count, first_row }];
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
