import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
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

/** A file to import. Its bytes are read while they are sent. */
export interface LocalFile {
  readonly path: string;
  readonly name: string;
  readonly blob: Blob;
  /** Null for a compressed file and one in UTF-16: they are sent whole, and the server detects it. */
  readonly format: FileFormat | null;
}

/** Opens a file and detects its format as the server does. Throws a `CliFailure` for a file that the server would refuse. */
export async function openFile(path: string, declared: FileFormat | null): Promise<LocalFile> {
  const name = basename(path);
  try {
    const head = await headOf(path);
    const isPlain = detectCompression(head) === null && resolveEncoding(undefined, head) === UTF_8;
    const format = isPlain ? detectFormat(head, name, declared) : null;
    return { path, name, blob: await openAsBlob(path), format };
  } catch (error) {
    if (error instanceof FileError) throw new CliFailure(`${path}: ${error.code}. ${error.message}`);
    throw error;
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

export type ImportForm = Omit<components['schemas']['ImportFormDto'], 'file'>;
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
