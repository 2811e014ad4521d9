import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SETTINGS } from '../../config/config.module';
import type { Settings } from '../../config/settings';
import { problem } from '../../http/problem/problem.exception';
import { storageProblem } from '../../http/problem/to-problem';
import { BlobStorage } from '../../storage/blob-storage';
import { BlobEngine, type UploadStorage } from './blob-engine';
import { readMultipart } from './read-multipart';
import { type Upload, fileTooLarge } from './upload';
import { FORM_BYTES } from './watch-upload';

/** Receives the multipart form of an import: streams its file to the storage and collects its fields. */
@Injectable()
export class UploadReceiver {
  constructor(
    private readonly storage: BlobStorage,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Resolves when the whole form is here and its file is stored. Throws a problem, with nothing left in the storage; for a
   * form that is too large, too slow or wrong without reading the rest of it. `storage`: where the file goes.
   */
  async receive(
    request: Request,
    response: Response,
    storage: UploadStorage = this.storage,
  ): Promise<Upload> {
    const { uploadBytes, uploadLeastRate, uploadRateWindowMs } = this.settings;
    const pace = { fileBytes: uploadBytes, leastRate: uploadLeastRate, windowMs: uploadRateWindowMs };
    const engine = new BlobEngine(storage, `imports/${randomUUID()}`, uploadBytes);
    try {
      this.checkHead(request);
      const fields = await readMultipart(request, response, engine, pace);
      if (engine.file === null) {
        throw problem(
          400,
          'file_missing',
          'The form has no file. Send it as a part named "file" with a file name.',
        );
      }
      return { file: engine.file, fields };
    } catch (error) {
      if (!request.complete) lingerAfterAnswer(request, response);
      await engine.discard();
      throw storageProblem(error) ?? error;
    }
  }

  private checkHead({ headers }: Request): void {
    if (!/^multipart\/form-data\s*(;|$)/i.test(headers['content-type'] ?? '')) {
      throw problem(415, 'unsupported_media_type', 'An import is sent as multipart/form-data.');
    }
    const encoding = headers['content-encoding'];
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
      throw problem(
        415,
        'unsupported_media_type',
        'A Content-Encoding is not taken; send the form as it is.',
      );
    }
    const { uploadBytes } = this.settings;
    if (Number(headers['content-length'] ?? 0) > uploadBytes + FORM_BYTES) throw fileTooLarge(uploadBytes);
  }
}

const LINGER_MS = 2_000;

/**
 * Lets a client read an answer that comes while it is still sending: the connection closes after the answer, but for a
 * moment what arrives is thrown away. Closed at once, the kernel would reset it and the answer would be lost.
 */
function lingerAfterAnswer(request: Request, response: Response): void {
  const { socket } = request;
  response.setHeader('Connection', 'close');
  socket.destroySoon = () => {
    const timer = setTimeout(() => socket.destroy(), LINGER_MS);
    socket.once('close', () => clearTimeout(timer));
    socket.end();
    request.resume();
  };
}
