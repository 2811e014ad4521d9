import { dataOf } from '../client/api-problem';
import type { components } from '../client/api-types';
import { retry } from '../client/retry';
import type { Session } from './session';

type ImportJob = components['schemas']['ImportJobDto'];
type ExportJob = components['schemas']['ExportJobDto'];

/** Reads an import, again when the connection is lost. */
export async function readImport(
  { client, workspaceId }: Session,
  id: string,
  signal: AbortSignal,
): Promise<ImportJob> {
  const params = { path: { workspaceId, id } };
  return dataOf(
    await retry(() => client.GET('/v1/workspaces/{workspaceId}/imports/{id}', { params, signal }), {
      signal,
    }),
  );
}

/** Reads an export, again when the connection is lost. */
export async function readExport(
  { client, workspaceId }: Session,
  id: string,
  signal: AbortSignal,
): Promise<ExportJob> {
  const params = { path: { workspaceId, id } };
  return dataOf(
    await retry(() => client.GET('/v1/workspaces/{workspaceId}/exports/{id}', { params, signal }), {
      signal,
    }),
  );
}
