import { randomUUID } from 'node:crypto';
import { ApiProblem, dataOf } from '../../client/api-problem';
import type { components } from '../../client/api-types';
import { retry } from '../../client/retry';
import { CliFailure, EXIT, type ExitCode } from '../failures';
import type { Command, CommandContext, Session } from '../command';
import { followJob, readExport, retryOptions } from '../follow-job';
import { readArguments, readFilterArguments, readOneOf } from '../arguments';
import { saveAnswer } from '../save-response';
import { createProgress } from '../terminal/job-progress';
import { count, duration, rows, say } from '../terminal/terminal';

type ExportOrder = components['schemas']['CreateExportDto'];
type ExportJob = components['schemas']['ExportJobDto'];

const HELP = `Usage: almagest export TYPE -o FILE [options]

Exports records as one consistent snapshot and downloads the file. FILE appears when it is whole and its SHA-256 is right.

  -o, --output FILE     where the file goes; - is standard output
  --format WORD         csv (default), json or ndjson
  --filter CONDITION    field=value, or one of != >= <= > < ~ (contains); several must all hold; or the filter as JSON
  --include-archived    archived records too
  --gzip                the file is compressed
  --spreadsheet-safe    a guard before cells that a spreadsheet would run
  --watch               a line for each step where there is no terminal`;

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  format: { type: 'string' },
  filter: { type: 'string', multiple: true, default: [] as string[] },
  'include-archived': { type: 'boolean', default: false },
  gzip: { type: 'boolean', default: false },
  'spreadsheet-safe': { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
} as const;

/** `almagest export` */
export const exportCommand: Command = {
  name: 'export',
  summary: 'export records to a file',
  help: HELP,
  async run(args, context): Promise<ExitCode> {
    const { values, positionals } = readArguments(args, OPTIONS, ['TYPE']);
    const { output } = values;
    if (output === undefined)
      throw new CliFailure('Say where the file goes: -o FILE, or -o - for standard output.');
    const order = orderOf(positionals[0] ?? '', values);
    const session = context.session();
    const started = Date.now();
    const job = await orderExport(session, context, order, values.watch);
    if (job.status !== 'completed') {
      say(
        context.terminal,
        `The export is ${job.status}${job.error ? `: ${job.error.code}: ${job.error.message}` : '.'}`,
      );
      return EXIT.incomplete;
    }
    await download(session, context, job, output);
    const metrics = `${rows(job.row_count ?? 0)}, ${count(job.byte_count ?? 0)} bytes`;
    say(
      context.terminal,
      `${output === '-' ? order.object_type : output}: ${metrics} after ${duration(Date.now() - started)}; snapshot of ${job.snapshot_at}.`,
    );
    return EXIT.done;
  },
};

function orderOf(
  type: string,
  values: ReturnType<typeof readArguments<typeof OPTIONS>>['values'],
): ExportOrder {
  const format = readOneOf('format', values.format, ['csv', 'json', 'ndjson'] as const);
  const filter = readFilterArguments(values.filter);
  return {
    object_type: type,
    format: format ?? 'csv',
    gzip: values.gzip,
    spreadsheet_safe: values['spreadsheet-safe'],
    // Left out, a filter on archived_at decides.
    ...(values['include-archived'] && { include_archived: true }),
    ...(filter && { filter: filter as Record<string, unknown> }),
  };
}

async function orderExport(
  session: Session,
  { terminal, signal }: CommandContext,
  body: ExportOrder,
  watch: boolean,
): Promise<ExportJob> {
  const { client, workspaceId } = session;
  const params = { path: { workspaceId }, header: { 'Idempotency-Key': randomUUID() } };
  const order = () => client.POST('/v1/workspaces/{workspaceId}/exports', { params, body, signal });
  const { id } = dataOf(await retry(order, { signal, onRetry: retryOptions(terminal, 'The export') }));
  say(terminal, `Export ${id}`);
  const progress = createProgress(terminal, body.object_type, watch);
  try {
    return await followJob(() => readExport(session, id, signal), progress, signal);
  } catch (error) {
    say(
      terminal,
      `Export ${id} goes on without you. almagest jobs ${id} shows it, almagest cancel ${id} ends it.`,
    );
    throw error;
  }
}

async function download(
  session: Session,
  { terminal, signal }: CommandContext,
  job: ExportJob,
  path: string,
): Promise<void> {
  const params = { path: { workspaceId: session.workspaceId, id: job.id } };
  const get = () =>
    session.client.GET('/v1/workspaces/{workspaceId}/exports/{id}/download', {
      params,
      signal,
      parseAs: 'stream',
    });
  const { data, response } = await retry(get, { signal });
  if (!data) throw new ApiProblem(response.status, null);
  await saveAnswer(data, path, terminal, { sha256: job.sha256, signal });
}
