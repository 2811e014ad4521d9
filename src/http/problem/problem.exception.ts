import { HttpException } from '@nestjs/common';
import { shownText } from '../../formats/shown-text';
import type { ProblemCode, ProblemStatus } from './problem-codes';

/** One thing that is wrong in a request. */
export interface ProblemError {
  /** JSON pointer into the body (`/fields/0/field_key`, `` for the body itself), or `?name` for a parameter of the URL. */
  pointer: string;
  /** Stable, snake_case. */
  code: string;
  /** A sentence that says how to fix it. */
  message: string;
}

/** What a problem may carry besides its code and detail. */
export interface ProblemExtra {
  errors?: readonly ProblemError[];
  /** Headers of the answer, such as `Retry-After`. */
  headers?: Readonly<Record<string, string>>;
}

/** What is wrong with a request; answered as `application/problem+json` (RFC 9457). Made by `problem()`. */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extra: ProblemExtra = {},
  ) {
    super(detail, status);
  }
}

/** The problem to throw: `throw problem(409, 'conflict', 'A workspace with the slug "main" exists.')`. */
export function problem<Code extends ProblemCode>(
  status: ProblemStatus<Code>,
  code: Code,
  detail: string,
  extra: ProblemExtra = {},
): ProblemException {
  const { errors } = extra;
  const shown = errors && { errors: errors.map((one) => ({ ...one, message: shownText(one.message) })) };
  return new ProblemException(status, code, shownText(detail), { ...extra, ...shown });
}

/** The 404: what does not exist and what belongs to another workspace have the same response. */
export function notFound(): ProblemException {
  return problem(
    404,
    'not_found',
    'Nothing was found at this path. Check the path, the id and the workspace.',
  );
}
