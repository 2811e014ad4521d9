import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import { HEAD_BYTES } from '../../formats/detect-format';
import { problem, ProblemException } from '../../http/problem/problem.exception';
import type { BlobStorage } from '../../storage/blob-storage';
import { type UploadedFile, fileTooLarge, malformedForm } from './upload';

const MAX_NAME_LENGTH = 255;

/** What an upload needs of the storage. */
export type UploadStorage = Pick<BlobStorage, 'put' | 'remove'>;

/** Multer storage engine that streams the one file of a form to the blob storage, hashing and counting on the way. */
export class BlobEngine implements StorageEngine {
  /** The stored file, once it is whole. */
  file: UploadedFile | null = null;
  /** Set the moment the file is too large. */
  private tooLarge: ProblemException | null = null;
  /** The storage stopped reading before the file was whole: it is about to say why. */
  private abandoned = false;
  /** Settles when the file is stored or given up; undefined before there is one. */
  private writing: Promise<void> | undefined;

  constructor(
    private readonly storage: UploadStorage,
    private readonly key: string,
    private readonly limit: number,
  ) {}

  /**
   * Why the upload ends, when `found` was met first: the parser, which loses its reader when the file is too large or the
   * storage fails, complains of a broken form sooner than the storage says what happened.
   */
  async reasonFor(found: Error): Promise<Error> {
    if (this.tooLarge !== null) return this.tooLarge;
    if (!this.abandoned || this.writing === undefined) return found;
    return this.writing.then(
      () => found,
      (error: Error) => error,
    );
  }

  _handleFile(_request: Request, file: Express.Multer.File, done: (error?: Error) => void): void {
    this.take(file).then(() => done(), done);
  }

  /** Multer calls this when a later part of the form is refused. */
  _removeFile(_request: Request, _file: Express.Multer.File, done: (error: Error | null) => void): void {
    this.discard().then(() => done(null), done);
  }

  /** Leaves nothing in the storage; waits for a file that is still being written, so stop the parser before. */
  async discard(): Promise<void> {
    if (this.writing === undefined) return;
    const stored = await this.writing.then(
      () => true,
      () => false, // the caller has the error, and nothing is left
    );
    if (stored) await this.storage.remove(this.key);
    this.file = null;
  }

  private async take(file: Express.Multer.File): Promise<void> {
    if (file.fieldname !== 'file') {
      throw problem(
        400,
        'unknown_field',
        `The form has a file under "${file.fieldname}"; the file goes under "file".`,
      );
    }
    if (this.writing !== undefined)
      throw problem(400, 'file_repeated', 'The form has more than one file; send them one by one.');
    this.writing = this.store(file);
    await this.writing;
  }

  private async store({ originalname, stream }: Express.Multer.File): Promise<void> {
    const head: Buffer[] = [];
    const stored = await this.storage.put(this.key, this.counted(stream, head));
    this.file = { ...stored, key: this.key, name: shownName(originalname), head: Buffer.concat(head) };
  }

  private async *counted(stream: AsyncIterable<Buffer>, head: Buffer[]): AsyncIterable<Buffer> {
    let size = 0;
    try {
      for await (const chunk of stream) {
        if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size));
        size += chunk.length;
        if (size > this.limit) throw (this.tooLarge = fileTooLarge(this.limit));
        let taken = false;
        try {
          yield chunk;
          taken = true;
        } finally {
          this.abandoned ||= !taken; // before the stream is closed, of which the parser hears
        }
      }
    } catch (error) {
      throw error instanceof ProblemException ? error : malformedForm(); // a part breaks with its form or its client
    }
  }
}

/** At most 255 characters; Postgres keeps no NUL. */
function shownName(name: string): string | null {
  const shown = Array.from(name.replaceAll('\0', '')).slice(0, MAX_NAME_LENGTH).join('');
  return shown === '' ? null : shown;
}
