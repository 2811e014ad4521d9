import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { dataOf } from '../client/api-problem';
import type { components } from '../client/api-types';
import { formOf } from '../client/create-client';
import { retry } from '../client/retry';
import { detectCompression } from '../formats/compression';
import { detectFormat, HEAD_BYTES } from '../formats/detect-format';
import { resolveEncoding, UTF_8 } from '../formats/encodings/resolve-encoding';
import { FileError, type FileFormat } from '../formats/format';
import type { CommandContext, Session } from './command';
import { CliFailure } from './failures';
import { retryOptions } from './follow-job';
import { nameOptions } from './name-options';

/** A file to import. Its bytes are read while they are sent. */
export interface LocalFile {
  readonly path: string;
  readonly name: string;
  readonly blob: Blob;
}

/** Opens a file. `name`: what it is called, when that is not the name in its path. */
export async function openFile(path: string, name = basename(path)): Promise<LocalFile> {
  return { path, name, blob: await openAsBlob(path) };
}

/** The format of a file, detected as the server does. Throws a `CliFailure` for a file that the server would refuse. */
export async function formatOf(
  { path, name, blob }: LocalFile,
  declared: FileFormat | null,
): Promise<FileFormat> {
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  try {
    if (detectCompression(head) !== null)
      throw new CliFailure(`${path}: --split cannot cut a compressed file. Unpack it first.`);
    if (resolveEncoding(undefined, head) !== UTF_8)
      throw new CliFailure(`${path}: --split cannot cut a file in UTF-16. Convert it to UTF-8 first.`);
    return detectFormat(head, name, declared);
  } catch (error) {
    if (error instanceof FileError)
      throw new CliFailure(`${path}: ${error.code}. ${nameOptions(error.message)}`);
    throw error;
  }
}

type FormDto = Omit<components['schemas']['ImportFormDto'], 'file'>;
/** The fields of the form beside the file; a profile may have the resource type. */
export type ImportForm = Omit<FormDto, 'resource_type'> & Partial<Pick<FormDto, 'resource_type'>>;
export type ImportJob = components['schemas']['ImportJobDto'];

/**
 * Uploads a file and returns the queued job. Retries use the same key: a job that was created although its response was
 * lost is not created twice.
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
