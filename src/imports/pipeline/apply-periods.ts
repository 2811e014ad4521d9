import { RULE_MESSAGES } from '../../catalog/rules/rule-messages';
import { createRecordsSql, ONE_ROW, updateRecordsSql } from '../../catalog/importing/apply-sql';
import { CLASSIFY_ERROR } from '../../catalog/importing/rule';
import { otherPeriodSql } from '../../catalog/importing/period-sql';
import { sqlState } from '../../database/transient-error';
import type { Sql } from '../../database/sql';
import type { ImportRun } from './import-run';
import { planFor } from './plan-for';
import { removeRejected } from './remove-rejected';

const OVERLAP = '23P01';

interface Refused {
  row: number;
  line: number | null;
  other: string | null;
}

/**
 * Applies periods, which bear on one another: rows take effect in file order, each judged by what the rows before it
 * left (docs/contract.md 6.3). Most files have no overlap and go in as a set; otherwise one row after the other, and those that
 * overlap are refused. A dry run does the same and takes it back.
 */
export async function applyPeriods(tx: Sql, run: ImportRun): Promise<void> {
  await tx.query('SAVEPOINT periods');
  const refused = await asSet(tx, run);
  const rows = refused ?? (await oneByOne(tx, run));
  if (run.request.dryRun) await tx.query('ROLLBACK TO SAVEPOINT periods');
  if (rows.length === 0) return;
  await report(tx, rows);
  await removeRejected(tx);
}

/** Null, and nothing done, when some period overlaps another one. */
async function asSet(tx: Sql, { job, layout, given }: ImportRun): Promise<Refused[] | null> {
  try {
    const update = updateRecordsSql(layout, given);
    await planFor(tx, 'by_key', () => tx.query(update, [job.workspaceId]));
    await tx.query(createRecordsSql(layout, given), [job.workspaceId]);
    return [];
  } catch (error) {
    if (sqlState(error) !== OVERLAP) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT periods');
    return null;
  }
}

function oneByOne(tx: Sql, { layout, given, job }: ImportRun): Promise<Refused[]> {
  const { period } = layout.resource;
  if (!period) throw new Error(`${layout.resource.name} has no periods.`);
  return tx.query<Refused>(`SELECT "row", line, other FROM almagest_apply_planned_rows($1, $2, $3, $4)`, [
    createRecordsSql(layout, given, ONE_ROW),
    updateRecordsSql(layout, given, ONE_ROW),
    otherPeriodSql(layout, period),
    job.workspaceId,
  ]);
}

async function report(tx: Sql, refused: readonly Refused[]): Promise<void> {
  await tx.query(
    `${CLASSIFY_ERROR}
     SELECT row, line, NULL, 'conflict', format('${RULE_MESSAGES.periodOverlap}', other), NULL
     FROM unnest($1::integer[], $2::integer[], $3::text[]) AS refused (row, line, other) ORDER BY row`,
    [refused.map(({ row }) => row), refused.map(({ line }) => line), refused.map(({ other }) => other)],
  );
}
