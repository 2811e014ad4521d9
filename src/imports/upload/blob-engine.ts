import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import { problem } from '../../http/problem/problem.exception';
import type { BlobStorage } from '../../storage/blob-storage';
import type { UploadedFile } from './upload';

const HEAD_BYTES = 65_536;
const SHOWN_NAME = 255;

/** Multer storage engine that streams the one file of a form to the blob storage, hashing and counting on the way. */
export class BlobEngine implements StorageEngine {
  /** The stored file, once it is whole. */
  file: UploadedFile | null = null;
  private started = false;

  constructor(
    private readonly storage: BlobStorage,
    private readonly key: string,
    private readonly limit: number,
  ) {}

  _handleFile(_request: Request, file: Express.Multer.File, done: (error?: unknown) => void): void {
    this.store(file).then(() => done(), done);
  }

  /** Multer calls this when a later part of the form is refused. */
  _removeFile(_request: Request, _file: Express.Multer.File, done: (error: Error | null) => void): void {
    this.storage.remove(this.key).then(() => done(null), done);
  }

  private async store({ fieldname, originalname, stream }: Express.Multer.File): Promise<void> {
    if (fieldname !== 'file') {
      throw problem(
        400,
        'unknown_field',
        `The form has a file under "${fieldname}"; the file goes under "file".`,
      );
    }
    if (this.started)
      throw problem(400, 'file_repeated', 'The form has more than one file; send them one by one.');
    this.started = true;
    const head: Buffer[] = [];
    const stored = await this.storage.put(this.key, this.counted(stream, head));
    const name = originalname === '' ? null : originalname.replace(/\0/g, '').slice(0, SHOWN_NAME);
    this.file = { ...stored, key: this.key, name, head: Buffer.concat(head) };
  }

  private async *counted(stream: AsyncIterable<Buffer>, head: Buffer[]): AsyncIterable<Buffer> {
    let size = 0;
    for await (const chunk of stream) {
      if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size));
      size += chunk.length;
      if (size > this.limit) throw fileTooLarge(this.limit);
      yield chunk;
    }
  }
}

/** 413, with the limit in bytes. */
export const fileTooLarge = (limit: number): Error =>
  problem(
    413,
    'file_too_large',
    `The file is larger than ${limit.toLocaleString('en')} bytes. Split it and import the parts.`,
  );
