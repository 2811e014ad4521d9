import { createRecordsSql, updateRecordsSql } from '../../catalog/importing/apply-sql';
import { onFreshRows, onGoodFreshRows } from '../../catalog/importing/fresh-rows';
import { judgeSql } from '../../catalog/importing/judge-sql';
import { firstDependentRenameSql } from '../../catalog/importing/rename-sql';
import type { RuleStatement } from '../../catalog/importing/rule';
import { ruleStatements } from '../../catalog/importing/rule-sql';
import { fillSpansSql, hasSpans, surveySpansSql, type RangeSurvey } from '../../catalog/importing/span-sql';
import {
  CREATED_THROUGH_SQL,
  createThroughSql,
  lockThroughSql,
  namedThroughSql,
} from '../../catalog/importing/through-sql';
import type { Sql } from '../../database/sql';
import { applyPeriods } from './apply-periods';
import { clearJudged } from './clear-judged';
import { countRange, type RangeWay } from './count-range';
import type { Counts } from './counts';
import type { ImportRun } from './import-run';
import { labelOf } from '../reading/label-of';
import { planFor } from './plan-for';
import { refuseTwins } from './refuse-twins';
import { removeRefused } from './remove-refused';
import type { RowRange } from './row-range';

/** A range of which it is known what its rows do. */
export interface JudgedRange {
  readonly range: RowRange;
  readonly way: RangeWay;
  readonly counts: Counts;
}

/** Judges and applies the staged rows range by range, inside the transactions of others. */
export class RangeJudge {
  private readonly rules: readonly RuleStatement[];

  constructor(
    private readonly run: ImportRun,
    /** Some rows of the file share a key. */
    private readonly hasTwins: boolean,
  ) {
    const { layout, given, registry, job } = run;
    const label = (field: string): string => labelOf(run, field);
    this.rules = ruleStatements({ layout, given, registry, workspaceId: job.workspaceId, labelOf: label });
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

  /** Finds out what the rows of a range do, in `judged` and `judge_errors`; a row with an error does nothing. */
  async judgeRange(tx: Sql, range: RowRange): Promise<JudgedRange> {
    const { layout, given, job } = this.run;
    const { through, period } = layout.resource;
    await clearJudged(tx);
    const survey = await this.survey(tx, range);
    const way = this.wayOf(survey);
    if (way !== 'fresh') {
      const sql = judgeSql(layout, given, way);
      const judge = (): Promise<unknown> => tx.query(sql, [job.workspaceId, range.from, range.to]);
      await (way === 'changes_in_spans' ? planFor(tx, 'ranges_of_keys', judge) : judge());
    }
    if (through) await tx.query(lockThroughSql(layout, through), [job.workspaceId]);
    if (way === 'fresh') await applyFreshRules(tx, this.rules, range);
    else await applyRules(tx, this.rules);
    if (this.hasTwins) await refuseTwins(tx, this.run);
    if (period) await applyPeriods(tx, this.run);
    return { range, way, counts: await countRange(tx, range, way, survey.rows) };
  }

  /** Creates and updates what was judged; call it behind `judgeRange`, in the same transaction. */
  async applyRange(tx: Sql, judged: JudgedRange): Promise<void> {
    const { layout, given, job } = this.run;
    if (layout.resource.period) return; // its rows took effect while they were judged
    const { created, updated } = judged.counts;
    if (updated > 0) {
      const update = updateRecordsSql(layout, given);
      await planFor(tx, 'by_key', () => tx.query(update, [job.workspaceId]));
    }
    if (created > 0) await this.create(tx, judged);
  }

  private async create(tx: Sql, { range: { from, to }, way, counts }: JudgedRange): Promise<void> {
    const { layout, given, job } = this.run;
    const { through } = layout.resource;
    const onFresh = counts.errors === 0 ? onFreshRows : onGoodFreshRows;
    const run = async (text: string): Promise<void> => {
      const statement = { text, params: [job.workspaceId] };
      const { text: sql, params } = way === 'fresh' ? onFresh(statement, from, to) : statement;
      await tx.query(sql, params);
    };
    if (through?.resource === null) {
      const allCreate = way === 'fresh' && counts.errors === 0;
      await run(createThroughSql(through, allCreate ? namedThroughSql(layout) : CREATED_THROUGH_SQL));
    }
    await run(createRecordsSql(layout, given));
  }

  private async survey(tx: Sql, { from, to }: RowRange): Promise<RangeSurvey> {
    const { layout, job } = this.run;
    if (hasSpans(layout)) {
      await tx.query(fillSpansSql(layout), [from, to]);
      const sql = surveySpansSql(layout);
      const [survey] = await planFor(tx, 'first_of_keys', () =>
        tx.query<RangeSurvey>(sql, [job.workspaceId]),
      );
      if (survey) return survey;
    }
    return { rows: to - from, records: 'scattered' };
  }

  /** Rows that share a key, and periods, bear on one another: what leaves its record as it is counts among them. */
  private wayOf({ records }: RangeSurvey): RangeWay {
    if (this.hasTwins || this.run.layout.resource.period || !hasSpans(this.run.layout)) return 'all';
    if (records === 'free') return 'fresh';
    return records === 'dense' ? 'changes_in_spans' : 'changes';
  }
}

async function applyRules(tx: Sql, rules: readonly RuleStatement[]): Promise<void> {
  for (const { text, params } of rules) await tx.query(text, params);
  await removeRefused(tx);
}

/** Rows that find no record need not be told apart from it. */
async function applyFreshRules(
  tx: Sql,
  rules: readonly RuleStatement[],
  { from, to }: RowRange,
): Promise<void> {
  for (const rule of rules.filter(({ needsRecord }) => needsRecord !== true)) {
    const { text, params } = onFreshRows(rule, from, to);
    await tx.query(text, params);
  }
}
