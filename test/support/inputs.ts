import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { DEFAULT_OPTIONS } from '../../src/imports/import-options';
import type { TestApp } from './test-app';
import { bearer } from './imports-client';
import { WorkspaceClient } from './workspace-client';

/** The files under `test/fixtures/inputs`, each beside an answer of the same name. */
const INPUTS = join(__dirname, '../fixtures/inputs');

/** One input: how it is sent, and all that comes back. */
export interface InputCase {
  /** What is special about the file. */
  readonly why: string;
  /** The fields of the form beside the file; objects are sent as JSON. */
  readonly form: Readonly<Record<string, unknown>>;
  /** The name under which the file is sent; its own by default. */
  readonly name?: string;
  /** The whole answer: a problem, or the finished job and the records that it created or changed. */
  readonly answer?: unknown;
}

/** Names of the inputs in a folder, without their extension, and the file of each. */
export function inputsOf(folder: 'ok' | 'not-ok'): { name: string; file: string; answer: string }[] {
  const names = readdirSync(join(INPUTS, folder));
  return names
    .filter((name) => !name.endsWith('.answer.json') && !name.startsWith('.'))
    .map((name) => ({
      name: parse(name).name,
      file: join(INPUTS, folder, name),
      answer: join(INPUTS, folder, `${parse(name).name}.answer.json`),
    }));
}

export const readCase = (path: string): InputCase => JSON.parse(readFileSync(path, 'utf8')) as InputCase;

export const writeCase = (path: string, input: InputCase): void =>
  writeFileSync(path, `${JSON.stringify(input, null, 2)}\n`);

/** What differs from run to run, or says only what the case itself says. */
const VOLATILE = ['id', 'created_by', 'created_at', 'started_at', 'finished_at', 'file_sha256', 'file_size'];
const REQUESTED = [
  'resource_type',
  'on_error',
  'mapping',
  'defaults',
  'dry_run',
  'spreadsheet_safe',
  'file_name',
];

/** Sends one input to a workspace of its own and returns the whole answer. */
export async function sendInput(
  app: TestApp,
  slug: string,
  file: string,
  input: InputCase,
): Promise<unknown> {
  const client = await fillWorkspace(app, slug);
  const resource = String(input.form.resource_type ?? 'instruments');
  const before = new Set(await recordsOf(client, resource));
  const form = new FormData();
  for (const [key, value] of Object.entries(input.form)) {
    form.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.set('file', new Blob([new Uint8Array(readFileSync(file))]), input.name ?? parse(file).base);
  const response = await fetch(`${app.url}/v1/workspaces/${slug}/imports`, {
    method: 'POST',
    headers: bearer(app.token),
    body: form,
  });
  const body = (await response.json()) as Record<string, unknown>;
  if (response.status !== 202) return { http: response.status, ...pick(body, ['code', 'detail', 'errors']) };
  const job = await client.finish<ImportJobDto>('/imports', String(body.id));
  const records = (await recordsOf(client, resource)).filter((line) => !before.has(line));
  return { ...withoutDefaults(job), records: records.map(withoutTime) };
}

/** A record of a file; the time at which it was archived differs from run to run. */
function withoutTime(line: string): Record<string, unknown> {
  const record = JSON.parse(line) as Record<string, unknown>;
  return typeof record.archived_at === 'string' ? { ...record, archived_at: 'some time ago' } : record;
}

const pick = (body: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));

/** The job without what is always the same: nulls, zeros, empty lists and what the request gave. */
function withoutDefaults(job: ImportJobDto): Record<string, unknown> {
  const said = [
    ...VOLATILE,
    ...REQUESTED,
    'identifier_column',
    'progress',
    'processed_count',
    'unprocessed_count',
  ];
  const defaults: Record<string, unknown> = DEFAULT_OPTIONS;
  const isEmpty = (value: unknown): boolean =>
    value === null || value === 0 || value === false || ['[]', '{}'].includes(JSON.stringify(value));
  return Object.fromEntries(
    Object.entries(job).filter(
      ([name, value]) => !said.includes(name) && !isEmpty(value) && value !== defaults[name],
    ),
  );
}

/** Every record of the type as a line of NDJSON. */
async function recordsOf(client: WorkspaceClient, resource: string): Promise<string[]> {
  const exported =
    resource === 'market_calendars' || !EXPORTABLE.includes(resource) ? 'instruments' : resource;
  const { file } = await client.export({
    object_type: exported,
    format: 'ndjson',
    include_archived: true,
  });
  return file
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}

const EXPORTABLE = [
  'instruments',
  'time_series_values',
  'composite_time_series_values',
  'markets',
  'market_listings',
  'market_listing_suspensions',
];

const EQUITY = [
  { field_key: 'isin' },
  { field_key: 'currency' },
  { field_key: 'listed', data_type: 'date' },
  { field_key: 'active', data_type: 'boolean' },
  { field_key: 'shares', data_type: 'number' },
];

/** A workspace with two types, two series, three instruments and an archived one, two markets and a listing. */
async function fillWorkspace(app: TestApp, slug: string): Promise<WorkspaceClient> {
  const client = await WorkspaceClient.create(app, slug);
  await client.post('/instrument-types', { identifier: 'equity', name: 'Equity', fields: EQUITY });
  await client.post('/instrument-types', { identifier: 'fx', name: 'FX', fields: [] });
  await client.post('/market-types', { identifier: 'exchange', name: 'Exchange', fields: [] });
  await client.post('/series', { identifier: 'close', name: 'Close', kind: 'scalar' });
  const ohlcv = ['open', 'high', 'low', 'close', 'volume'];
  await client.post('/series', {
    identifier: 'ohlcv',
    name: 'OHLCV',
    kind: 'composite',
    fields: ohlcv.map((field_key) => ({ field_key, data_type: 'number' })),
  });
  for (const [identifier, name, isin] of [
    ['AAA', 'Alfa', 'US0000000001'],
    ['BBB', 'Beta', 'US0000000002'],
    ['CCC', 'Beta', 'US0000000003'],
  ])
    await client.post('/instruments', { identifier, name, type_id: 'equity', field_values: { isin } });
  const archived = await client.post('/instruments', { identifier: 'OLD', name: 'Old', type_id: 'equity' });
  await client.request('DELETE', `/instruments/${String(archived.id)}`);
  for (const identifier of ['XNAS', 'XNYS'])
    await client.post('/markets', { identifier, name: identifier, type_id: 'exchange' });
  await client.post('/market-listings', { instrument_id: 'AAA', market_id: 'XNAS' });
  return client;
}
