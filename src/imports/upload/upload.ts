import type { StoredBlob } from '../../storage/blob-storage';
import { problem, type ProblemException } from '../../http/problem/problem.exception';

/** The file of an upload, stored. */
export interface UploadedFile extends StoredBlob {
  readonly key: string;
  /** Name the client gave it; shown, never used as a path. */
  readonly name: string | null;
  /** The first 64 KiB. */
  readonly head: Buffer;
}

/** A multipart form as it was sent: its file, and the texts of its other fields. */
export interface Upload {
  readonly file: UploadedFile;
  readonly fields: Readonly<Record<string, string>>;
}

/** 413, with the limit in bytes. */
export const fileTooLarge = (limit: number): ProblemException =>
  problem(
    413,
    'file_too_large',
    `The file is larger than ${limit.toLocaleString('en')} bytes. Split it and import the parts.`,
  );

/** 400 for a body that cannot be read as a form, or that ended before it was whole. */
export const malformedForm = (
  detail = 'The body is not a complete multipart/form-data body.',
): ProblemException => problem(400, 'multipart_malformed', detail);

/** 408 for an upload that hardly moves; `rate` in bytes a second. */
export const tooSlow = (rate: number): ProblemException =>
  problem(
    408,
    'request_timeout',
    `The upload came at less than ${rate.toLocaleString('en')} bytes a second and was given up. Send it again.`,
  );
