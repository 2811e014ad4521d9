import type { Writable } from 'node:stream';
import type { Request, Response } from 'express';
import multer from 'multer';
import { problem } from '../../http/problem/problem.exception';
import type { BlobEngine } from './blob-engine';
import { malformedForm } from './upload';
import { watchUpload, type UploadPace } from './watch-upload';

const MAX_FIELDS = 32;
const FIELD_BYTES = 262_144;
const NAME_BYTES = 200;

type MulterOptions = multer.Options & { streamHandler: (request: Request, parser: Writable) => void };

/**
 * Runs multer over the body: the engine takes the file, the texts of the other fields are answered by name. Whatever is
 * wrong rejects at once, with a problem or with what the storage threw, while multer alone would first read the rest of
 * the body; the parser is stopped then, and the engine's file with it.
 */
export function readMultipart(
  request: Request,
  response: Response,
  engine: BlobEngine,
  pace: UploadPace,
): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let stop: (reason?: Error) => void = () => undefined;
    const refuse = (found: Error): void => {
      stop(found);
      engine.reasonFor(found).then(reject, reject);
    };
    const options: MulterOptions = {
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
        fields: MAX_FIELDS,
        fieldSize: FIELD_BYTES,
        fieldNameSize: NAME_BYTES,
        headerPairs: 50,
        parts: MAX_FIELDS + 2,
      },
      streamHandler: (_request, parser) => {
        collectFields(parser, fields, refuse);
        request.pipe(parser);
        const endWatch = watchUpload(request, pace, refuse);
        stop = (reason) => {
          endWatch();
          if (reason === undefined) return;
          request.unpipe(parser);
          process.nextTick(() => parser.destroy(reason)); // not under its own feet: it may be telling of a part just now
        };
      },
    };
    const lost = (): void => {
      if (!request.readableEnded) refuse(malformedForm()); // it closes after its end too, while the file is still being stored
    };
    if (request.destroyed) return lost(); // the client went away before we came to read: no event follows
    request.once('close', lost);
    multer(options).any()(request, response, (error: unknown) => {
      if (error) return refuse(malformedForm());
      stop();
      resolve(Object.fromEntries(fields));
    });
  });
}

/** Takes fields by the names that were sent: multer reads brackets in a name as a path and turns repeated ones into a list. */
function collectFields(parser: Writable, fields: Map<string, string>, refuse: (reason: Error) => void): void {
  const onField = (
    name: string | undefined,
    value: string,
    cut: { nameTruncated: boolean; valueTruncated: boolean },
  ): void => {
    if (name === undefined) return refuse(malformedForm('A part of the form has no name.'));
    if (name === 'file') return refuse(fileWithoutName());
    if (cut.nameTruncated || cut.valueTruncated || name.length > NAME_BYTES)
      return refuse(malformedForm('A field of the form is too long.'));
    if (fields.has(name))
      return refuse(problem(400, 'field_repeated', `The field "${name}" is given more than once.`));
    fields.set(name, value);
  };
  const onFile = (name: string | undefined, _stream: unknown, { filename }: { filename?: string }): void => {
    if (name === 'file' && !filename) refuse(fileWithoutName());
  };
  const tooMany = (): void =>
    refuse(problem(400, 'unknown_field', 'The form has more fields than an import knows.'));
  parser.on('field', onField).on('file', onFile).on('partsLimit', tooMany).on('fieldsLimit', tooMany);
  parser.on('error', () => refuse(malformedForm()));
}

const fileWithoutName = (): Error =>
  problem(400, 'file_missing', 'The part "file" has no file name, so it is no file. Give it one.');
