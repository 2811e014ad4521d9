import type { Session } from './command';
import { count, duration, print, rows, say, type Terminal } from './terminal/terminal';
import type { ImportJob } from './import-file';

/** Errors that are printed for each job; the server has all of them. */
const MAX_SHOWN = 20;

/** The outcome of a file over all its jobs. */
export interface Summary {
  readonly jobs: number;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
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
  const { created, updated, unchanged, failed, unprocessed } = summary;
  const parts = [
    `${count(created)} created`,
    `${count(updated)} updated`,
    `${count(unchanged)} unchanged`,
    `${count(failed)} failed`,
    ...(unprocessed > 0 ? [`${count(unprocessed)} not processed`] : []),
  ];
  const jobs = summary.jobs > 1 ? ` in ${summary.jobs} jobs` : '';
  const what = `${name}: ${summary.statuses.join(', ')}${jobs} after ${duration(ms)}`;
  print(
    terminal,
    `${what}; ${rows(summary.rows)}${summary.readWhole ? '' : ' read, not to the end'}: ${parts.join(', ')}.${dryRun ? ' Dry run: nothing was written.' : ''}`,
  );
}

/** Prints the first errors of a job with their position in the whole file, and how to get the others. */
export function printErrors(
  terminal: Terminal,
  { workspaceId, url }: Session,
  job: ImportJob,
  place: { row: (row: number) => number; line: (line: number) => number },
): void {
  for (const { row, line, column, code, message, value } of job.errors.slice(0, MAX_SHOWN)) {
    const where = [
      row === null ? '' : `row ${count(place.row(row))}`,
      line === null ? '' : `line ${count(place.line(line))}`,
      column === null ? '' : `column ${column}`,
    ].filter((part) => part !== '');
    const what = `${where.length > 0 ? `${where.join(', ')}: ` : ''}${code}: ${message}`;
    say(terminal, value === null ? what : `${what} (${JSON.stringify(value)})`);
  }
  const more = job.error_count - Math.min(job.errors.length, MAX_SHOWN);
  if (more > 0) say(terminal, `… and ${count(more)} more: almagest jobs ${job.id} --errors`);
  if (job.failed_count === 0) return;
  if (job.on_error === 'abort') {
    const advice = 'fix the file and import it again, or use --on-error continue';
    say(terminal, `No row was imported (--on-error abort): ${advice}.`);
  } else {
    say(terminal, `To fix and import the rejected rows: almagest jobs ${job.id} --rejected FILE`);
    say(terminal, `or GET ${url}/v1/workspaces/${workspaceId}/imports/${job.id}/rejected-rows`);
  }
}
