import type { Problem } from './dto';

/** A request that the server refused, or that never came to it. */
export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly { pointer: string; message: string }[] = [],
  ) {
    super(detail);
  }

  /** Reads the body of a refused request. */
  static of(status: number, text: string): ApiProblem {
    try {
      const { code, title, detail, errors } = JSON.parse(text) as Problem;
      return new ApiProblem(status, code, title, detail, errors);
    } catch {
      const detail = `The answer had the status ${status} and was not readable: a proxy between may have given it.`;
      return new ApiProblem(status, 'unreadable', 'The server could not be understood', detail);
    }
  }

  static unreachable(): ApiProblem {
    const detail = 'Is it running, and is this machine connected to it? Nothing was lost: try again.';
    return new ApiProblem(0, 'unreachable', 'The server does not answer', detail);
  }
}
