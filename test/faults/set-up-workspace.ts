import type { ApiClient } from './api-client';

/**
 * Creates a workspace with the type, the series and the instruments that the files of every
 * serialization key refer to.
 */
export async function setUpWorkspace(client: ApiClient, slug: string): Promise<void> {
  const made = await client.json('POST', '/v1/workspaces', { slug, name: slug });
  if (made.status !== 201 && made.status !== 409) throw new Error(`POST /v1/workspaces: ${made.status}`);
  const path = `/v1/workspaces/${slug}`;
  const fields = [{ field_key: 'rank', data_type: 'number' }];
  await client.must('POST', `${path}/instrument-types`, { identifier: 'equity', name: 'Equity', fields });
  await client.must('POST', `${path}/series`, { identifier: 'close', name: 'Close', kind: 'scalar' });
  for (const identifier of ['base0', 'base1', 'base2'])
    await client.must('POST', `${path}/instruments`, { identifier, name: identifier, type_id: 'equity' });
}
