import type { FencedColumns } from '../../jobs/fence';
import type { RowMetrics } from '../../jobs/job-metrics';

/** Rows after `from` up to and including `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** What became of rows. `failed` counts rows, `errors` their errors. */
export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly errors: number;
}

export const NO_COUNTS: Counts = { created: 0, updated: 0, unchanged: 0, failed: 0, errors: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    failed: a.failed + b.failed,
    errors: a.errors + b.errors,
  };
}

/** Rows that were applied or rejected. */
export const processedRows = ({ created, updated, unchanged, failed }: Counts): number =>
  created + updated + unchanged + failed;

/** The rows that `after` counts beyond `before`. */
export const rowsBetween = (before: Counts, after: Counts): RowMetrics => ({
  created: after.created - before.created,
  updated: after.updated - before.updated,
  unchanged: after.unchanged - before.unchanged,
  failed: after.failed - before.failed,
});

/** The counters of the job row. */
export function countColumns(counts: Counts): FencedColumns {
  return {
    created_count: counts.created,
    updated_count: counts.updated,
    unchanged_count: counts.unchanged,
    failed_count: counts.failed,
    error_count: counts.errors,
    processed_count: processedRows(counts),
  };
}
