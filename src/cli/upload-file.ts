import { randomUUID } from 'node:crypto';
import { dataOf } from '../client/api-problem';
import type { components } from '../client/api-types';
import { formOf } from '../client/form-of';
import { retry } from '../client/retry';
import { retryOptions } from './retry-options';
import type { CommandContext } from './command';
import type { Session } from './session';

export type ImportForm = Omit<components['schemas']['ImportFormDto'], 'file'>;
export type ImportJob = components['schemas']['ImportJobDto'];

/**
 * Uploads a file and answers the queued job. A lost connection is tried again under the same key, so that a job which was
 * made although its answer was lost is not made twice.
 */
export async function uploadFile(
  { client, workspaceId }: Session,
  { terminal, signal }: Pick<CommandContext, 'terminal' | 'signal'>,
  form: ImportForm,
  file: { name: string; blob: Blob },
): Promise<ImportJob> {
  const key = randomUUID();
  const upload = () =>
    client.POST('/v1/workspaces/{workspaceId}/imports', {
      params: { path: { workspaceId }, header: { 'Idempotency-Key': key } },
      body: { ...form, file: file.blob },
      bodySerializer: (body) => formOf(body, file.name),
      signal,
    });
  return dataOf(await retry(upload, { signal, onRetry: retryOptions(terminal, 'The upload') }));
}
