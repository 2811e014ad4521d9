import { countOf } from '../../catalog/reading/groups';
import { addWarnings, type Warning } from '../../catalog/reading/warnings';
import type { FencedColumns } from '../../jobs/fence';
import { addCounts, countColumns, NO_COUNTS, type Counts } from './counts';
import { addErrors, type ErrorGroup } from './error-summary';

/** What became of rows: stored with the checkpoint, in the transaction that applies them. */
export interface Outcome {
  readonly counts: Counts;
  /** What applying them warns of. What reading them warns of is added when the import ends. */
  readonly warnings: readonly Warning[];
  readonly errorSummary: readonly ErrorGroup[];
}

export const NO_OUTCOME: Outcome = { counts: NO_COUNTS, warnings: [], errorSummary: [] };

export const addOutcomes = (a: Outcome, b: Outcome): Outcome => ({
  counts: addCounts(a.counts, b.counts),
  warnings: addWarnings(a.warnings, b.warnings),
  errorSummary: addErrors(a.errorSummary, b.errorSummary),
});

/** The columns of the job row. Lists that are those of `before` are stored already. */
export const outcomeColumns = (
  { counts, warnings, errorSummary }: Outcome,
  before: Outcome | null = null,
): FencedColumns => ({
  ...countColumns(counts),
  ...(errorSummary === before?.errorSummary ? {} : { error_summary: JSON.stringify(errorSummary) }),
  ...(warnings === before?.warnings ? {} : warningColumns(warnings)),
});

const warningColumns = (warnings: readonly Warning[]): FencedColumns => ({
  warnings: JSON.stringify(warnings),
  warning_count: countOf(warnings),
});
