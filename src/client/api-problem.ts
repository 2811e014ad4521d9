import type { components } from './api-types';

type Problem = components['schemas']['Problem'];

/** The server refused a request, and said why. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    /** Null when the answer was none of Almagest's: a proxy stood in between. */
    readonly problem: Problem | null,
  ) {
    super(problem === null ? `The answer was ${status}, and not one of Almagest.` : problem.detail);
  }
}

/** The data of an answer. Throws an `ApiProblem` for a refusal. */
export function dataOf<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (response.ok && data !== undefined) return data;
  throw new ApiProblem(response.status, isProblem(error) ? error : null);
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'detail' in error;
