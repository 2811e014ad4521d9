import { problem, type ProblemException } from '../../http/problem/problem.exception';

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
