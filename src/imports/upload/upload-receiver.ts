import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer from 'multer';
import { SETTINGS } from '../../config/config.module';
import type { Settings } from '../../config/settings';
import { problem, ProblemException } from '../../http/problem/problem.exception';
import { BlobStorage, StorageFullError } from '../../storage/blob-storage';
import { BlobEngine, fileTooLarge } from './blob-engine';
import { lingerAfterAnswer } from './linger';
import type { Upload } from './upload';

/** What the other fields and the boundaries of a form may add to the bytes of its file. */
const FORM_BYTES = 65_536;
const MOST_FIELDS = 32;
const FIELD_BYTES = 262_144;

/** Receives the multipart form of an import: streams its file to the storage and collects its fields. */
@Injectable()
export class UploadReceiver {
  constructor(
    private readonly storage: BlobStorage,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Resolves when the whole form is here and its file is stored. Throws a problem, with nothing left in the storage; for a
   * form that is too large without reading the rest of it.
   */
  async receive(request: Request, response: Response): Promise<Upload> {
    const engine = new BlobEngine(this.storage, `imports/${randomUUID()}`, this.settings.uploadBytes);
    try {
      this.checkHead(request);
      const fields = readFields(await parse(request, response, engine));
      if (engine.file === null) {
        throw problem(
          400,
          'file_missing',
          'The form has no file. Send it as a part named "file" with a file name.',
        );
      }
      return { file: engine.file, fields };
    } catch (error) {
      if (engine.file !== null) await this.storage.remove(engine.file.key);
      if (!request.complete) lingerAfterAnswer(request, response);
      throw asProblem(error);
    }
  }

  private checkHead(request: Request): void {
    if (!request.is('multipart/form-data')) {
      throw problem(415, 'unsupported_media_type', 'An import is sent as multipart/form-data.');
    }
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') {
      throw problem(
        415,
        'unsupported_media_type',
        'A Content-Encoding is not taken; send the form as it is.',
      );
    }
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > this.settings.uploadBytes + FORM_BYTES) throw fileTooLarge(this.settings.uploadBytes);
  }
}

/** Runs multer; the engine's own refusal is passed on at once, while multer would first read the rest of the body. */
function parse(request: Request, response: Response, engine: BlobEngine): Promise<unknown> {
  const upload = multer({
    storage: {
      _handleFile: (...[req, file, done]) =>
        engine._handleFile(req, file, (error) => {
          if (error !== undefined) refuse(error);
          done(error);
        }),
      _removeFile: (...args) => engine._removeFile(...args),
    },
    defParamCharset: 'utf8',
    limits: {
      fields: MOST_FIELDS,
      fieldSize: FIELD_BYTES,
      fieldNameSize: 200,
      headerPairs: 50,
      parts: MOST_FIELDS + 2,
    },
  }).any();
  let refuse: (error: unknown) => void = () => undefined;
  return new Promise((resolve, reject) => {
    refuse = reject;
    request.once('close', () => {
      if (!request.complete) reject(new Error('Request aborted')); // a whole body closes too, and its file may still be synced
    });
    upload(request, response, (error: unknown) => (error ? reject(error) : resolve(request.body)));
  });
}

function readFields(body: unknown): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(body ?? {}) as [string, unknown][]) {
    if (name === 'file') {
      throw problem(400, 'file_missing', 'The part "file" has no file name, so it is no file. Give it one.');
    }
    if (Array.isArray(value))
      throw problem(400, 'field_repeated', `The field "${name}" stands more than once.`);
    if (typeof value !== 'string')
      throw problem(400, 'unknown_field', `There is no field "${name}[…]" in this form.`);
    fields[name] = value;
  }
  return fields;
}

/** Multer and busboy report a broken form by errors of several classes; what is not ours and not the system's is one. */
function asProblem(error: unknown): unknown {
  if (error instanceof ProblemException) return error;
  if (error instanceof StorageFullError) return problem(507, 'storage_full', error.message);
  const code = (error as { code?: unknown }).code;
  if (code === 'LIMIT_FIELD_VALUE' || code === 'LIMIT_FIELD_KEY') {
    return problem(400, 'multipart_malformed', 'A field of the form is too long.');
  }
  if (code === 'LIMIT_FIELD_COUNT' || code === 'LIMIT_PART_COUNT') {
    return problem(400, 'unknown_field', 'The form has more fields than an import knows.');
  }
  const ofSystem = typeof code === 'string' && /^E[A-Z]+$/.test(code);
  return ofSystem
    ? error
    : problem(400, 'multipart_malformed', 'The body is not a complete multipart/form-data body.');
}
