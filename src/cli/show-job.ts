import { ApiProblem, dataOf } from '../client/api-problem';
import type { components } from '../client/api-types';
import { retry } from '../client/retry';
import type { CommandContext, Session } from './command';
import { CliFailure, EXIT, type ExitCode } from './failures';
import { followJob, readExport, readImport } from './follow-job';
import { saveResponse } from './save-response';
import { createProgress, type FollowedJob } from './terminal/job-progress';
import { count, print, rows } from './terminal/terminal';

type RowError = components['schemas']['RowErrorDto'];

/** Options of `almagest jobs ID`. */
interface ShowOptions {
  readonly watch: boolean;
  readonly json: boolean;
  readonly errors: boolean;
  readonly rejected?: string | undefined;
}

/** `almagest jobs ID` */
export async function showJob(id: string, options: ShowOptions, context: CommandContext): Promise<ExitCode> {
  const session = context.session();
  const { terminal, signal } = context;
  const read = await readerOf(session, id, signal);
  const job = options.watch
    ? await followJob<ListedJob & FollowedJob>(read, createProgress(terminal, id.slice(0, 8), true), signal)
    : await read();
  if (options.errors)
    for await (const error of errorsOf(session, job, signal)) print(terminal, JSON.stringify(error));
  if (options.rejected !== undefined) await saveRejected(session, job, options.rejected, context);
  if (!options.errors && options.rejected !== '-')
    print(terminal, options.json ? JSON.stringify(job) : jobLine(job));
  const isComplete = job.status === 'completed' && !(isImport(job) && job.failed_count > 0);
  return isComplete ? EXIT.done : EXIT.incomplete;
}

/** Finds the job among imports or exports and returns a function that reads it again. */
async function readerOf(
  session: Session,
  id: string,
  signal: AbortSignal,
): Promise<() => Promise<ListedJob>> {
  try {
    await readImport(session, id, signal);
    return () => readImport(session, id, signal);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 404) throw error;
    return () => readExport(session, id, signal);
  }
}

async function* errorsOf(
  { client, workspaceId }: Session,
  job: ListedJob,
  signal: AbortSignal,
): AsyncGenerator<RowError> {
  onlyOfImports(job, '--errors');
  let after: string | null = null;
  do {
    const params = {
      path: { workspaceId, id: job.id },
      query: { limit: 200, ...(after !== null && { after }) },
    };
    const get = () => client.GET('/v1/workspaces/{workspaceId}/imports/{id}/errors', { params, signal });
    const page: components['schemas']['ImportErrorPageDto'] = dataOf(await retry(get, { signal }));
    yield* page.data;
    after = page.meta.next_cursor;
  } while (after !== null);
}

async function saveRejected(
  { client, workspaceId }: Session,
  job: ListedJob,
  path: string,
  { terminal, signal }: CommandContext,
): Promise<void> {
  onlyOfImports(job, '--rejected');
  const params = { path: { workspaceId, id: job.id } };
  const get = () =>
    client.GET('/v1/workspaces/{workspaceId}/imports/{id}/rejected-rows', {
      params,
      signal,
      parseAs: 'stream',
    });
  const body = dataOf(await retry(get, { signal }));
  if (body) await saveResponse(body, path, terminal, { signal });
}

function onlyOfImports(job: ListedJob, option: string): void {
  if (!isImport(job)) throw new CliFailure(`${option} applies to imports; ${job.id} is an export.`);
}

/** An import or an export in a list. */
export type ListedJob = components['schemas']['ImportJobDto'] | components['schemas']['ExportJobDto'];

const isImport = (job: ListedJob): job is components['schemas']['ImportJobDto'] => 'resource_type' in job;

/** A job and its progress as one line. */
export function jobLine(job: ListedJob): string {
  const [kind, type] = isImport(job) ? ['import', job.resource_type] : ['export', job.object_type];
  const progress = job.progress === null ? '' : `${job.progress} %`;
  return [
    job.created_at.slice(0, 19).replace('T', ' '),
    job.id,
    kind,
    type.padEnd(28),
    job.status.padEnd(10),
    progress.padStart(5),
    isImport(job) ? importCounts(job) : exportCounts(job),
  ]
    .join('  ')
    .trimEnd();
}

function importCounts(job: components['schemas']['ImportJobDto']): string {
  const counts = [
    `${count(job.created_count)} created`,
    `${count(job.updated_count)} updated`,
    `${count(job.unchanged_count)} unchanged`,
    `${count(job.failed_count)} failed`,
  ].join(', ');
  const all = job.row_count === null ? '' : `${rows(job.row_count)}: `;
  return `${all}${counts}${job.dry_run ? ' (dry run)' : ''}`;
}

const exportCounts = ({ row_count: all }: components['schemas']['ExportJobDto']): string =>
  all === null ? '' : rows(all);
