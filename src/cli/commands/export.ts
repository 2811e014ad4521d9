import { randomUUID } from 'node:crypto';
import { ApiProblem, dataOf } from '../../client/api-problem';
import type { components } from '../../client/api-types';
import { retry } from '../../client/retry';
import { COMPRESSIONS } from '../../formats/compression';
import { counted } from '../../formats/counted';
import { CliFailure, EXIT, type ExitCode } from '../failures';
import type { Command, CommandContext, Session } from '../command';
import { followJob, readExport, retryOptions } from '../follow-job';
import { readArguments, readFilterArguments, readOneOf } from '../arguments';
import { saveResponse } from '../save-response';
import { createProgress } from '../terminal/job-progress';
import { duration, rows, say } from '../terminal/terminal';

type ExportRequest = components['schemas']['CreateExportDto'];
type ExportJob = components['schemas']['ExportJobDto'];

const HELP = `Usage: almagest export TYPE -o FILE [options]

Exports records as one consistent snapshot and downloads the file. FILE is created once it is complete and its SHA-256 is
verified.

  -o, --output FILE     the file to write; - is standard output
  --format WORD         csv (default), json or ndjson
  --filter CONDITION    field=value, or with != >= <= > < ~ (contains); a record must match all of them; or a filter as JSON
  --include-archived    includes archived records
  --compression WORD    compresses the file: gzip, zip or zstd; an import takes it as it is
  --gzip                the same as --compression gzip
  --spreadsheet-safe    escapes cells that a spreadsheet would execute as formulas
  --bom                 begins a CSV file with a byte order mark, for spreadsheets
  --watch               prints each step where standard error is no terminal`;

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  format: { type: 'string' },
  filter: { type: 'string', multiple: true, default: [] as string[] },
  'include-archived': { type: 'boolean', default: false },
  compression: { type: 'string' },
  gzip: { type: 'boolean', default: false },
  'spreadsheet-safe': { type: 'boolean', default: false },
  bom: { type: 'boolean', default: false },
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
      throw new CliFailure('Name the file to write: -o FILE, or -o - for standard output.');
    const request = requestOf(positionals[0] ?? '', values);
    const session = context.session();
    const started = Date.now();
    const job = await requestExport(session, context, request, values.watch);
    if (job.status !== 'completed') {
      say(
        context.terminal,
        `The export is ${job.status}${job.error ? `: ${job.error.code}: ${job.error.message}` : '.'}`,
      );
      return EXIT.incomplete;
    }
    await download(session, context, job, output);
    const totals = `${rows(job.row_count ?? 0)}, ${counted(job.byte_count ?? 0, 'byte')}`;
    say(
      context.terminal,
      `${output === '-' ? request.object_type : output}: ${totals} after ${duration(Date.now() - started)}; snapshot of ${job.snapshot_at}.`,
    );
    return EXIT.done;
  },
};

function requestOf(
  type: string,
  values: ReturnType<typeof readArguments<typeof OPTIONS>>['values'],
): ExportRequest {
  const format = readOneOf('format', values.format, ['csv', 'json', 'ndjson'] as const);
  const compression = readOneOf('compression', values.compression, COMPRESSIONS);
  if (values.gzip && compression !== undefined && compression !== 'gzip')
    throw new CliFailure(`--gzip and --compression ${compression} contradict each other: leave one out.`);
  const filter = readFilterArguments(values.filter);
  return {
    object_type: type,
    format: format ?? 'csv',
    gzip: values.gzip,
    ...(compression && { compression }),
    spreadsheet_safe: values['spreadsheet-safe'],
    bom: values.bom,
    // When absent, a filter on archived_at decides.
    ...(values['include-archived'] && { include_archived: true }),
    ...(filter && { filter: filter as Record<string, unknown> }),
  };
}

async function requestExport(
  session: Session,
  { terminal, signal }: CommandContext,
  body: ExportRequest,
  watch: boolean,
): Promise<ExportJob> {
  const { client, workspaceId } = session;
  const params = { path: { workspaceId }, header: { 'Idempotency-Key': randomUUID() } };
  const create = () => client.POST('/v1/workspaces/{workspaceId}/exports', { params, body, signal });
  const { id } = dataOf(await retry(create, { signal, onRetry: retryOptions(terminal, 'The export') }));
  say(terminal, `Export ${id}`);
  const progress = createProgress(terminal, body.object_type, watch);
  try {
    return await followJob(() => readExport(session, id, signal), progress, signal);
  } catch (error) {
    say(
      terminal,
      `Export ${id} continues on the server. almagest jobs ${id} shows it, almagest cancel ${id} cancels it.`,
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
  await saveResponse(data, path, terminal, { sha256: job.sha256, signal });
}
