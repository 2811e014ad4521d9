import { count, duration, print, rows, type Terminal } from './terminal/terminal';
import type { ImportJob } from './import-file';

/** The outcome of a file over all its jobs. */
export interface Summary {
  readonly jobs: number;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly skipped: number;
  readonly restored: number;
  readonly unprocessed: number;
  readonly allCompleted: boolean;
  /** False when the number of rows is unknown. */
  readonly readWhole: boolean;
  readonly statuses: readonly string[];
}

export const EMPTY_SUMMARY: Summary = {
  jobs: 0,
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
  skipped: 0,
  restored: 0,
  unprocessed: 0,
  allCompleted: true,
  readWhole: true,
  statuses: [],
};

/**
 * Adds a job to the summary. `sent` is the number of rows of its file, used when the server did not read the file to the
 * end; when it is null too, the processed rows count.
 */
export function addUp(summary: Summary, job: ImportJob, sent: number | null): Summary {
  const all = job.row_count ?? sent ?? job.processed_count;
  return {
    jobs: summary.jobs + 1,
    rows: summary.rows + all,
    created: summary.created + job.created_count,
    updated: summary.updated + job.updated_count,
    unchanged: summary.unchanged + job.unchanged_count,
    failed: summary.failed + job.failed_count,
    skipped: summary.skipped + job.skipped_count,
    restored: summary.restored + job.restored_count,
    unprocessed: summary.unprocessed + (job.unprocessed_count ?? all - job.processed_count),
    readWhole: summary.readWhole && (job.row_count ?? sent) !== null,
    allCompleted: summary.allCompleted && job.status === 'completed',
    statuses: [...new Set([...summary.statuses, job.status])],
  };
}

/** Prints the result as one line on standard output. */
export function printSummary(
  terminal: Terminal,
  name: string,
  summary: Summary,
  ms: number,
  dryRun: boolean,
): void {
  const { created, updated, unchanged, failed, skipped, restored, unprocessed } = summary;
  const parts = [
    `${count(created)} created`,
    `${count(updated)} updated${restored > 0 ? ` (${count(restored)} restored)` : ''}`,
    `${count(unchanged)} unchanged`,
    `${count(failed)} failed`,
    ...(skipped > 0 ? [`${count(skipped)} skipped`] : []),
    ...(unprocessed > 0 ? [`${count(unprocessed)} not processed`] : []),
  ];
  const jobs = summary.jobs > 1 ? ` in ${summary.jobs} jobs` : '';
  const what = `${name}: ${summary.statuses.join(', ')}${jobs} after ${duration(ms)}`;
  print(
    terminal,
    `${what}; ${rows(summary.rows)}${summary.readWhole ? '' : ' read, not to the end'}: ${parts.join(', ')}.${dryRun ? ' Dry run: nothing was written.' : ''}`,
  );
}
