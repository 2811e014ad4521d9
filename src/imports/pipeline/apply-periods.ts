import { ONE_ROW, createRecordsSql, updateRecordsSql } from '../../catalog/importing/apply-sql';
import { CLASSIFY_ERROR } from '../../catalog/importing/classify-error';
import { DUPLICATE_MESSAGE, VALID_ROW_SQL } from '../../catalog/importing/duplicate-sql';
import { addAppliedSql, otherPeriodSql, rememberAppliedSql } from '../../catalog/importing/period-sql';
import { fillMessage } from '../../catalog/rules/rule-messages';
import { sqlState } from '../../database/transient-error';
import type { Sql } from '../../database/sql';
import { keyLabel, removeRejected, resolveDuplicates, skipsDuplicates } from './duplicates';
import type { ImportRun, StagedRows } from './import-run';
import { updateRecords } from './update-records';

const OVERLAP = '23P01';

/** A row that is not applied. */
interface RefusedRow {
  readonly row: number;
  readonly line: number | null;
  /** The set of keys in which an earlier row has the same key, and that row; null when its period overlaps another one. */
  readonly key_set: number | null;
  readonly valid_row: number | null;
  /** What the period overlaps, as a message. */
  readonly overlap: string | null;
}

/**
 * Applies periods. They depend on each other: rows take effect in file order, each checked against what the rows before
 * it left (docs/contract.md 6.3). Most files have no overlap and are applied as a set; otherwise row by row, and rows that
 * overlap are rejected. A row whose key an earlier row has is a duplicate only when that one was applied. A dry run does the
 * same and rolls it back. Returns whether rows were refused.
 */
export async function applyPeriods(tx: Sql, run: ImportRun, staged: StagedRows): Promise<boolean> {
  await tx.query('SAVEPOINT before_periods');
  if (await applyAsSet(tx, run, staged)) return staged.hasDuplicates;
  const refused = await applyOneByOne(tx, run, staged);
  if (run.request.dryRun) await tx.query('ROLLBACK TO SAVEPOINT before_periods');
  if (refused.length === 0) return false;
  await refuse(tx, run, refused);
  return true;
}

/** False, and nothing applied, when some period overlaps another one. */
async function applyAsSet(tx: Sql, run: ImportRun, { given, hasDuplicates }: StagedRows): Promise<boolean> {
  const { layout, job, request } = run;
  try {
    if (hasDuplicates) await resolveDuplicates(tx, run);
    await tx.query('SAVEPOINT before_writing');
    await updateRecords(tx, run, given);
    await tx.query(createRecordsSql(layout, given), [job.workspaceId]);
    await tx.query(rememberAppliedSql(layout));
    if (request.dryRun) await tx.query('ROLLBACK TO SAVEPOINT before_writing');
    return true;
  } catch (error) {
    if (sqlState(error) !== OVERLAP) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT before_periods');
    return false;
  }
}

function applyOneByOne(
  tx: Sql,
  { layout, job }: ImportRun,
  { given, hasDuplicates }: StagedRows,
): Promise<RefusedRow[]> {
  const { period } = layout.resource;
  if (!period) throw new Error(`${layout.resource.name} has no periods.`);
  return tx.query<RefusedRow & Record<string, unknown>>(
    `SELECT "row", line, key_set, valid_row, overlap FROM almagest_apply_periods($1, $2, $3, $4, $5, $6)`,
    [
      createRecordsSql(layout, given, ONE_ROW),
      updateRecordsSql(layout, given, ONE_ROW),
      otherPeriodSql(layout, period),
      hasDuplicates ? VALID_ROW_SQL : null,
      addAppliedSql(layout, hasDuplicates),
      job.workspaceId,
    ],
  );
}

/** Reports the refused rows, or skips them when the request wants so, and removes them from `planned_rows`. */
async function refuse(tx: Sql, run: ImportRun, refused: readonly RefusedRow[]): Promise<void> {
  const isSkipped = ({ key_set }: RefusedRow): boolean => key_set !== null && skipsDuplicates(run, key_set);
  const skipped = refused.filter(isSkipped).map(({ row }) => row);
  const rejected = refused.filter((row) => !isSkipped(row));
  const messages = rejected.map(({ key_set, valid_row, overlap }) =>
    key_set === null ? overlap : fillMessage(DUPLICATE_MESSAGE, String(valid_row), keyLabel(run, key_set)),
  );
  await tx.query('DELETE FROM planned_rows WHERE _row = ANY ($1::integer[])', [skipped]);
  await tx.query(
    `${CLASSIFY_ERROR}
     SELECT row, line, NULL, code, message, NULL
     FROM unnest($1::integer[], $2::integer[], $3::text[], $4::text[]) AS refused (row, line, code, message) ORDER BY row`,
    [
      rejected.map(({ row }) => row),
      rejected.map(({ line }) => line),
      rejected.map(({ key_set }) => (key_set === null ? 'conflict' : 'duplicate_row')),
      messages,
    ],
  );
  await removeRejected(tx);
}
