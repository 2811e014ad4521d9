import { createRecordsSql, updateRecordsSql } from '../../catalog/importing/apply-sql';
import { judgeSql, VERDICTS } from '../../catalog/importing/judge-sql';
import { firstDependentRenameSql } from '../../catalog/importing/rename-sql';
import type { RuleStatement } from '../../catalog/importing/rule';
import { ruleStatements } from '../../catalog/importing/rule-sql';
import { createThroughSql, lockThroughSql } from '../../catalog/importing/through-sql';
import { keySets, REFUSE_TWINS_SQL, STAND_TWINS_SQL } from '../../catalog/importing/twin-sql';
import type { Sql } from '../../database/sql';
import { applyPeriods } from './apply-periods';
import type { Counts } from './counts';
import type { ImportRun } from './import-run';
import { labelOf } from '../reading/label-of';
import { pinPlans } from './pin-plans';
import { removeRefused } from './remove-refused';

/** Rows after `from` up to and including `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Errors of the rows in a range, of both phases, in the order of the report. `$1` and `$2` bound the range. */
export const RANGE_ERRORS_SQL = `
  SELECT row, line, col, code, message, value, phase, nr FROM (
    SELECT row, line, col, code, message, value, 0 AS phase, nr FROM read_errors WHERE row > $1 AND row <= $2
    UNION ALL
    SELECT row, line, col, code, message, value, 1 AS phase, nr FROM judge_errors WHERE row > $1 AND row <= $2
  ) errors`;

/** Judges and applies the staged rows range by range, inside the transactions of others. */
export class RangeJudge {
  private readonly judge: string;
  private readonly rules: readonly RuleStatement[];
  private readonly create: string;
  private readonly update: string;

  constructor(
    private readonly run: ImportRun,
    /** Some rows of the file share a key. */
    private readonly hasTwins: boolean,
  ) {
    const { layout, given, registry, job } = run;
    const label = (field: string): string => labelOf(run, field);
    this.judge = judgeSql(layout, given);
    this.rules = ruleStatements({ layout, given, registry, workspaceId: job.workspaceId, labelOf: label });
    this.create = createRecordsSql(layout);
    this.update = updateRecordsSql(layout, given);
  }

  /** A judge for a file that is staged as a whole. */
  static async ofWholeFile(run: ImportRun): Promise<RangeJudge> {
    if (run.order.ascending) return new RangeJudge(run, false);
    const [twins] = await run.session.query<{ exist: boolean }>('SELECT EXISTS (SELECT FROM twins) AS exist');
    return new RangeJudge(run, twins?.exist ?? true);
  }

  /** Where a range after `from` must end, at most at `to`: rows take effect in file order, renames too. */
  async endOf({ from, to }: RowRange): Promise<number> {
    const { layout, given, job, session } = this.run;
    if (!layout.renames || !layout.resource.naturalKey.some((name) => given.some(name))) return to;
    const [first] = await session.query<{ row: number | null }>(firstDependentRenameSql(layout), [
      job.workspaceId,
      from,
      to,
    ]);
    return first === undefined || first.row === null ? to : first.row - 1;
  }

  /** Fills `judged` and `judge_errors` for a range and answers its counts; a row with an error does nothing. */
  async judgeRange(tx: Sql, { from, to }: RowRange): Promise<Counts> {
    const { through } = this.run.layout.resource;
    await tx.query('TRUNCATE judged, judge_errors');
    await pinPlans(tx, 'by_key');
    await tx.query(this.judge, [this.run.job.workspaceId, from, to]);
    if (through) await tx.query(lockThroughSql(through));
    await this.applyRules(tx, 'by_key');
    await this.applyRules(tx, 'by_place');
    await pinPlans(tx, 'free');
    await this.applyRules(tx, null);
    await removeRefused(tx);
    if (this.hasTwins) await this.refuseTwins(tx);
    if (this.run.layout.resource.period) await applyPeriods(tx, this.run);
    return this.count(tx, { from, to });
  }

  /** Creates and updates what `judged` says; call it behind `judgeRange`, in the same transaction. */
  async applyRange(tx: Sql, { created, updated }: Counts): Promise<void> {
    if (this.run.layout.resource.period) return; // its rows took effect while they were judged
    if (updated > 0) {
      await pinPlans(tx, 'by_place');
      await tx.query(this.update, [this.run.job.workspaceId]);
    }
    if (created === 0) return;
    await pinPlans(tx, 'by_key');
    const { through } = this.run.layout.resource;
    if (through?.resource === null) await tx.query(createThroughSql(through), [this.run.job.workspaceId]);
    await tx.query(this.create, [this.run.job.workspaceId]);
  }

  private async applyRules(tx: Sql, finds: RuleStatement['findsRecords']): Promise<void> {
    const rules = this.rules.filter(({ findsRecords }) => findsRecords === finds);
    if (finds !== null && rules.length > 0) await pinPlans(tx, finds);
    for (const { text, params } of rules) await tx.query(text, params);
  }

  /** Of the rows that share a key and have no error of their own, the first in the file stands. */
  private async refuseTwins(tx: Sql): Promise<void> {
    for (const set of keySets(this.run.layout).keys()) {
      await pinPlans(tx, 'by_key');
      await tx.query(STAND_TWINS_SQL, [set]);
      await tx.query(REFUSE_TWINS_SQL, [set, this.keyLabel(set)]);
      await pinPlans(tx, 'free');
      await removeRefused(tx);
    }
  }

  private keyLabel(set: number): string {
    const { match, resource } = this.run.layout;
    if (set === 0 && match.by === 'id') return 'id';
    if (set === 0 && match.by === 'custom') return labelOf(this.run, match.key);
    return resource.naturalKey.map((name) => labelOf(this.run, name)).join(', ');
  }

  private async count(tx: Sql, { from, to }: RowRange): Promise<Counts> {
    const [counts] = await tx.query<Record<keyof Counts, number>>(
      `SELECT rows.created, rows.updated, rows.unchanged, refused.failed, refused.errors
       FROM (SELECT count(*) FILTER (WHERE _verdict = '${VERDICTS.create}')::integer AS created,
                    count(*) FILTER (WHERE _verdict = '${VERDICTS.update}')::integer AS updated,
                    count(*) FILTER (WHERE _verdict = '${VERDICTS.unchanged}')::integer AS unchanged
             FROM judged) rows,
            (SELECT count(DISTINCT row)::integer AS failed, count(*)::integer AS errors
             FROM (${RANGE_ERRORS_SQL}) errors) refused`,
      [from, to],
    );
    if (!counts) throw new Error('A count answered nothing.');
    return counts;
  }
}
