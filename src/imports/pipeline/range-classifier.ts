import { createRecordsSql, updateRecordsSql } from '../../catalog/importing/apply-sql';
import { onAllNewRows, onValidNewRows } from '../../catalog/importing/all-new-rows';
import { classifySql } from '../../catalog/importing/classify-sql';
import { firstDependentRenameSql } from '../../catalog/importing/rename-sql';
import type { RuleStatement } from '../../catalog/importing/rule';
import { ruleStatements } from '../../catalog/importing/rule-sql';
import {
  fillKeyRangesSql,
  hasKeyRanges,
  keyRangeStatisticsSql,
  type KeyRangeStatistics,
} from '../../catalog/importing/key-range-sql';
import {
  CREATED_PARENTS_SQL,
  createParentsSql,
  lockParentsSql,
  namedParentsSql,
} from '../../catalog/importing/parent-key-sql';
import type { Sql } from '../../database/sql';
import { applyPeriods } from './apply-periods';
import { clearPlannedRows } from './clear-planned-rows';
import { countRange, type RangeStrategy } from './count-range';
import type { Counts } from './counts';
import type { ImportRun } from './import-run';
import { labelOf } from '../reading/reading-context';
import { planFor } from './plan-for';
import { rejectDuplicates } from './reject-duplicates';
import { removeRejected } from './remove-rejected';
import type { RowRange } from './row-range';

/** A range of which it is known what its rows do. */
export interface ClassifiedRange {
  readonly range: RowRange;
  readonly way: RangeStrategy;
  readonly counts: Counts;
}

/** Judges and applies the staged rows range by range, inside the transactions of others. */
export class RangeClassifier {
  private readonly rules: readonly RuleStatement[];

  constructor(
    private readonly run: ImportRun,
    /** Some rows of the file share a key. */
    private readonly hasDuplicates: boolean,
  ) {
    const { layout, given, registry, job } = run;
    const label = (field: string): string => labelOf(run, field);
    this.rules = ruleStatements({ layout, given, registry, workspaceId: job.workspaceId, labelOf: label });
  }

  /** A judge for a file that is staged as a whole. */
  static async ofWholeFile(run: ImportRun): Promise<RangeClassifier> {
    if (run.order.ascending) return new RangeClassifier(run, false);
    const [duplicates] = await run.session.query<{ exist: boolean }>(
      'SELECT EXISTS (SELECT FROM duplicate_rows) AS exist',
    );
    return new RangeClassifier(run, duplicates?.exist ?? true);
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

  /** Finds out what the rows of a range do, in `judged` and `classify_errors`; a row with an error does nothing. */
  async classifyRange(tx: Sql, range: RowRange): Promise<ClassifiedRange> {
    const { layout, given, job } = this.run;
    const { parentKey, period } = layout.resource;
    await clearPlannedRows(tx);
    const keyRangeStatistics = await this.keyRangeStatistics(tx, range);
    const way = this.strategyOf(keyRangeStatistics);
    if (way !== 'all_new') {
      const sql = classifySql(layout, given, way);
      const classifier = (): Promise<unknown> => tx.query(sql, [job.workspaceId, range.from, range.to]);
      await (way === 'changes_in_key_ranges' ? planFor(tx, 'ranges_of_keys', classifier) : classifier());
    }
    if (parentKey) await tx.query(lockParentsSql(layout, parentKey), [job.workspaceId]);
    if (way === 'all_new') await applyAllNewRules(tx, this.rules, range);
    else await applyRules(tx, this.rules);
    if (this.hasDuplicates) await rejectDuplicates(tx, this.run);
    if (period) await applyPeriods(tx, this.run);
    return { range, way, counts: await countRange(tx, range, way, keyRangeStatistics.rows) };
  }

  /** Creates and updates what was judged; call it behind `classifyRange`, in the same transaction. */
  async applyRange(tx: Sql, classified: ClassifiedRange): Promise<void> {
    const { layout, given, job } = this.run;
    if (layout.resource.period) return; // its rows took effect while they were judged
    const { created, updated } = classified.counts;
    if (updated > 0) {
      const update = updateRecordsSql(layout, given);
      await planFor(tx, 'by_key', () => tx.query(update, [job.workspaceId]));
    }
    if (created > 0) await this.create(tx, classified);
  }

  private async create(tx: Sql, { range: { from, to }, way, counts }: ClassifiedRange): Promise<void> {
    const { layout, given, job } = this.run;
    const { parentKey } = layout.resource;
    const onAllNew = counts.errors === 0 ? onAllNewRows : onValidNewRows;
    const run = async (text: string): Promise<void> => {
      const statement = { text, params: [job.workspaceId] };
      const { text: sql, params } = way === 'all_new' ? onAllNew(statement, from, to) : statement;
      await tx.query(sql, params);
    };
    if (parentKey?.resource === null) {
      const allCreate = way === 'all_new' && counts.errors === 0;
      await run(createParentsSql(parentKey, allCreate ? namedParentsSql(layout) : CREATED_PARENTS_SQL));
    }
    await run(createRecordsSql(layout, given));
  }

  private async keyRangeStatistics(tx: Sql, { from, to }: RowRange): Promise<KeyRangeStatistics> {
    const { layout, job } = this.run;
    if (hasKeyRanges(layout)) {
      await tx.query(fillKeyRangesSql(layout), [from, to]);
      const sql = keyRangeStatisticsSql(layout);
      const [keyRangeStatistics] = await planFor(tx, 'first_of_keys', () =>
        tx.query<KeyRangeStatistics>(sql, [job.workspaceId]),
      );
      if (keyRangeStatistics) return keyRangeStatistics;
    }
    return { rows: to - from, records: 'scattered' };
  }

  /** Rows that share a key, and periods, bear on one another: what leaves its record as it is counts among them. */
  private strategyOf({ records }: KeyRangeStatistics): RangeStrategy {
    if (this.hasDuplicates || this.run.layout.resource.period || !hasKeyRanges(this.run.layout)) return 'all';
    if (records === 'all_new') return 'all_new';
    return records === 'clustered' ? 'changes_in_key_ranges' : 'changes';
  }
}

async function applyRules(tx: Sql, rules: readonly RuleStatement[]): Promise<void> {
  for (const { text, params } of rules) await tx.query(text, params);
  await removeRejected(tx);
}

/** Rows that find no record need not be told apart from it. */
async function applyAllNewRules(
  tx: Sql,
  rules: readonly RuleStatement[],
  { from, to }: RowRange,
): Promise<void> {
  for (const rule of rules.filter(({ needsRecord }) => needsRecord !== true)) {
    const { text, params } = onAllNewRows(rule, from, to);
    await tx.query(text, params);
  }
}
