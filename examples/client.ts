import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '../src/client/create-client';
import { formOf } from '../src/client/form-of';
import { dataOf } from '../src/client/api-problem';

const { ALMAGEST_URL = 'http://127.0.0.1:3000', ALMAGEST_TOKEN = '', ALMAGEST_WORKSPACE = 'default' } = process.env;
const api = createClient(ALMAGEST_URL, ALMAGEST_TOKEN);
const at = (id: string) => ({ params: { path: { workspaceId: ALMAGEST_WORKSPACE, id } } });

async function importAndExport(source: string, target: string): Promise<void> {
  const { params } = at('');
  const body = { resource_type: 'instruments', file: await openAsBlob(source) }; // read while it is sent
  const bodySerializer = (fields: typeof body) => formOf(fields, source);
  const upload = await api.POST('/v1/workspaces/{workspaceId}/imports', { params, body, bodySerializer });
  let job = dataOf(upload); // throws what the server says is wrong
  for (; !job.finished_at; await sleep(200)) job = dataOf(await api.GET('/v1/workspaces/{workspaceId}/imports/{id}', at(job.id)));
  console.log(`${job.status}: ${job.created_count} created, ${job.failed_count} failed`, job.errors);

  const order = { object_type: 'instruments', filter: { field: 'type_id', op: 'eq', value: 'equity' } };
  let file = dataOf(await api.POST('/v1/workspaces/{workspaceId}/exports', { params, body: order }));
  for (; !file.finished_at; await sleep(200)) file = dataOf(await api.GET('/v1/workspaces/{workspaceId}/exports/{id}', at(file.id)));
  const { data } = await api.GET('/v1/workspaces/{workspaceId}/exports/{id}/download', { ...at(file.id), parseAs: 'stream' });
  if (data) await writeFile(target, data);
  console.log(`${target}: ${file.row_count} records, SHA-256 ${file.sha256}`);
}

void importAndExport(process.argv[2] ?? 'examples/instruments.csv', process.argv[3] ?? 'exported.csv');
