import type { Session } from './command';
import type { ImportJob } from './import-file';
import { nameOptions } from './name-options';
import { count, rows, say, type Terminal } from './terminal/terminal';

/** Errors that are printed for each job; the server has all of them. */
const MAX_SHOWN = 20;

/** Translates the position in a part to the whole file. */
export interface Positions {
  readonly row: (row: number) => number;
  readonly line: (line: number) => number;
}

/** Prints what a job found: its warnings, its first errors with their position in the whole file, and how to get the others. */
export function printFindings(terminal: Terminal, session: Session, job: ImportJob, place: Positions): void {
  printWarnings(terminal, job, place);
  for (const { row, line, column, code, message, value } of job.errors.slice(0, MAX_SHOWN)) {
    const where = [
      row === null ? '' : `row ${count(place.row(row))}`,
      line === null ? '' : `line ${count(place.line(line))}`,
      column === null ? '' : `column ${column}`,
    ].filter((part) => part !== '');
    const what = `${where.length > 0 ? `${where.join(', ')}: ` : ''}${code}: ${nameOptions(message)}`;
    say(terminal, value === null ? what : `${what} (${JSON.stringify(value)})`);
  }
  if (job.error_count > Math.min(job.errors.length, MAX_SHOWN)) {
    printSummary(terminal, job, place);
    say(terminal, `All ${count(job.error_count)} errors: almagest jobs ${job.id} --errors`);
  }
  printAdvice(terminal, session, job);
}

function printWarnings(terminal: Terminal, job: ImportJob, place: Positions): void {
  for (const found of job.warnings) say(terminal, `warning: ${describe(found, place)}`);
  const untold = job.ignored_columns.filter((name) => !job.warnings.some(({ column }) => column === name));
  if (untold.length > 0) say(terminal, `Columns left out: ${untold.join(', ')}.`);
}

function printSummary(terminal: Terminal, job: ImportJob, place: Positions): void {
  say(terminal, 'All errors by code and column:');
  for (const found of job.error_summary) say(terminal, `  ${describe(found, place)}`);
}

/** One kind of warnings or errors in a line. */
function describe(
  { code, column, message, count: times, first_row: first }: ImportJob['warnings'][number],
  place: Positions,
): string {
  const where = column === null ? '' : `, column ${column}`;
  const rowsOf = first === null ? '' : ` (${rows(times)}, the first is row ${count(place.row(first))})`;
  return `${code}${where}: ${nameOptions(message)}${rowsOf}`;
}

function printAdvice(terminal: Terminal, { workspaceId, url }: Session, job: ImportJob): void {
  if (job.failed_count === 0) return;
  if (job.on_error === 'abort') {
    if (job.status !== 'failed') return; // within --max-errors: the summary counts them
    const advice = 'fix the file and import it again, or use --on-error continue';
    say(terminal, `No row was imported (--on-error abort): ${advice}.`);
  } else {
    say(terminal, `To fix and import the rejected rows: almagest jobs ${job.id} --rejected FILE`);
    say(terminal, `or GET ${url}/v1/workspaces/${workspaceId}/imports/${job.id}/rejected-rows`);
  }
}
