import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { WorkspaceClient } from '../support/workspace-client';

const WORDS = [
  'Alpha',
  'Global',
  'Northern',
  'United',
  'Royal',
  'First',
  'Pacific',
  'Summit',
  'Crown',
  'Delta',
];

/** CSV of instruments, the first of them number `from`. */
function instruments(count: number, from = 0): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const n = from + at;
    const words = [n, Math.floor(n / 10), Math.floor(n / 100)].map((turn) => WORDS[turn % WORDS.length]);
    return `US${String(n).padStart(9, '0')},${words.join(' ')} Holding ${n.toString(36)},equity\n`;
  });
  return `identifier,name,type_id\n${lines.join('')}`;
}

/** Creates a workspace with so many instruments. */
export async function makeTenant(
  url: string,
  operator: string,
  slug: string,
  count: number,
): Promise<WorkspaceClient> {
  const response = await fetch(`${url}/v1/workspaces`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${operator}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ slug, name: slug }),
  });
  if (response.status !== 201) throw new Error(`POST /v1/workspaces: ${await response.text()}`);
  const client = new WorkspaceClient({ url }, operator, slug);
  await client.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
  const job = await client.import({ file: instruments(count), resource_type: 'instruments' });
  if (job.status !== 'completed') throw new Error(`The import of ${slug} ended ${JSON.stringify(job)}`);
  return client;
}

/** A token that may read the workspace and nothing else. */
export async function makeViewer(client: WorkspaceClient): Promise<string> {
  const robots = '/memberships/robots';
  const robot = await client.post<{ id: string }>(robots, { display_name: 'Viewer', role: 'viewer' });
  const { token } = await client.post<{ token: string }>(`${robots}/${robot.id}/tokens`, {});
  return token;
}

/** Imports one file of so many new instruments after the other, until `stop` is aborted. */
export async function importOn(
  client: WorkspaceClient,
  count: number,
  from: number,
  stop: AbortSignal,
): Promise<ImportJobDto[]> {
  const jobs: ImportJobDto[] = [];
  for (let next = from; jobs.length === 0 || !stop.aborted; next += count) {
    jobs.push(await client.import({ file: instruments(count, next), resource_type: 'instruments' }));
  }
  return jobs;
}
