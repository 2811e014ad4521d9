import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataOf } from '../src/client/api-problem';
import { createClient, formOf } from '../src/client/create-client';

const { ALMAGEST_URL = 'http://127.0.0.1:3000', ALMAGEST_TOKEN = '', ALMAGEST_WORKSPACE } = process.env;
const api = createClient(ALMAGEST_URL, ALMAGEST_TOKEN);
const at = (id = '') => ({ params: { path: { workspaceId: ALMAGEST_WORKSPACE ?? 'default', id } } });
const [IMPORTS, EXPORTS] = [
  '/v1/workspaces/{workspaceId}/imports',
  '/v1/workspaces/{workspaceId}/exports',
] as const;

async function importAndExport(source: string, target: string): Promise<void> {
  const body = { resource_type: 'instruments', file: await openAsBlob(source) }; // read while it is sent
  const upload = { ...at(), body, bodySerializer: (all: Record<string, unknown>) => formOf(all, source) };
  let job = dataOf(await api.POST(IMPORTS, upload)); // throws what the server says is wrong
  for (; !job.finished_at; await sleep(200)) job = dataOf(await api.GET(`${IMPORTS}/{id}`, at(job.id)));
  console.log(`${job.status}: ${job.created_count} created, ${job.failed_count} failed`, job.errors);
  const order = { object_type: 'instruments', filter: { field: 'type_id', op: 'eq', value: 'equity' } };
  let file = dataOf(await api.POST(EXPORTS, { ...at(), body: order }));
  for (; !file.finished_at; await sleep(200)) file = dataOf(await api.GET(`${EXPORTS}/{id}`, at(file.id)));
  const { data } = await api.GET(`${EXPORTS}/{id}/download`, { ...at(file.id), parseAs: 'stream' });
  if (data) await writeFile(target, data);
  console.log(`${target}: ${file.row_count} records, SHA-256 ${file.sha256}`);
}

void importAndExport(process.argv[2] ?? 'examples/instruments.csv', process.argv[3] ?? 'exported.csv');
