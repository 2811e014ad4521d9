import type { FencedColumns } from '../../jobs/fence';
import type { RowMetrics } from '../../jobs/job-metrics';

/** Rows after `from` up to and including `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What became of rows. `failed` counts rows, `errors` their errors. `skipped` rows had no value, or are duplicates that the
 * request lets be skipped. `restored` records are counted as updated too.
 */
export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly skipped: number;
  readonly errors: number;
  readonly restored: number;
}

export const NO_COUNTS: Counts = {
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
  skipped: 0,
  errors: 0,
  restored: 0,
};

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    errors: a.errors + b.errors,
    restored: a.restored + b.restored,
  };
}

/** Rows that are done: applied, rejected or skipped. */
export const processedRows = ({ created, updated, unchanged, failed, skipped }: Counts): number =>
  created + updated + unchanged + failed + skipped;

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
    skipped_count: counts.skipped,
    error_count: counts.errors,
    restored_count: counts.restored,
    processed_count: processedRows(counts),
  };
}
