import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { detectFormat, HEAD_BYTES } from '../formats/detect-format';
import { FileError } from '../formats/file-error';
import type { FileFormat } from '../formats/format';
import { CliFailure } from './cli-failure';

/** A file that is to be imported. Its bytes are read when they are sent, piece by piece. */
export interface LocalFile {
  readonly path: string;
  readonly name: string;
  readonly blob: Blob;
  readonly format: FileFormat;
}

/** Opens a file, and tells its format as the server would. Throws a `CliFailure` for what the server would refuse. */
export async function openFile(path: string, declared: FileFormat | null): Promise<LocalFile> {
  const name = basename(path);
  try {
    return {
      path,
      name,
      blob: await openAsBlob(path),
      format: detectFormat(await headOf(path), name, declared),
    };
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
