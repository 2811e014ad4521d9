import type { Problem } from './dto';

/** A request that the server refused, or that never came to it. */
export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 when there was no response. */
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly { pointer: string; message: string }[] = [],
  ) {
    super(detail);
  }

  /** Reads the body of an error response. */
  static of(status: number, text: string): ApiProblem {
    try {
      const { code, title, detail, errors } = JSON.parse(text) as Problem;
      return new ApiProblem(status, code, title, detail, errors);
    } catch {
      const detail = `The response with status ${status} was not readable. A proxy between this page and the server may have sent it.`;
      return new ApiProblem(status, 'unreadable', 'Unreadable response', detail);
    }
  }

  static unreachable(): ApiProblem {
    const detail =
      'Check that it runs and that this machine is connected to it, then try again. Nothing was lost.';
    return new ApiProblem(0, 'unreachable', 'The server is not reachable', detail);
  }
}
