import type { components } from './api-types';

type Problem = components['schemas']['Problem'];

/** The server refused a request; `problem` has the reason. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    /** Null when the response is not from Almagest, but for example from a proxy. */
    readonly problem: Problem | null,
  ) {
    super(problem === null ? `The response was ${status} and not from Almagest.` : problem.detail);
  }
}

/** The data of a response. Throws an `ApiProblem` for any other response. */
export function dataOf<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (response.ok && data !== undefined) return data;
  throw new ApiProblem(response.status, isProblem(error) ? error : null);
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;
