import type { Session } from './command';
import { count, duration, print, rows, say, type Terminal } from './terminal/terminal';
import type { ImportJob } from './import-file';

/** So many errors are shown; all of them are to be had from the server. */
const MAX_SHOWN = 20;

/** What became of a file, however many jobs it took. */
export interface Summary {
  readonly jobs: number;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly unprocessed: number;
  readonly allCompleted: boolean;
  /** False when how many rows there are is not known. */
  readonly readWhole: boolean;
  readonly statuses: readonly string[];
}

export const EMPTY: Summary = {
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
 * The summary with one more job. When its file was not read to its end, `sent` says how many rows there were; where that is
 * not known either (null), the rows that were dealt with count.
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

/** The result, one line on standard output. */
export function saySummary(
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

/** The first errors of a job, where they stand in the file that was named, and where the others are. */
export function sayErrors(
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
    const way = 'mend it and send it again, or take --on-error continue';
    say(terminal, `Nothing of it is in (--on-error abort): ${way}.`);
  } else {
    say(terminal, `The rejected rows, to mend and import: almagest jobs ${job.id} --rejected FILE`);
    say(terminal, `or GET ${url}/v1/workspaces/${workspaceId}/imports/${job.id}/rejected-rows`);
  }
}
