import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ProblemCode } from '../problem/problem-codes';

/** One extension a code, so that decorators on one method add up; `buildOpenApi` makes answers of them. */
export const PROBLEM_EXTENSION = 'x-problem-';

/**
 * Documents the problems of a route beyond those that every route of its kind has (malformed request, no valid token,
 * role too low, workspace not found, rate limit, malformed or too large body). May stand more than once.
 */
export const Problems = (...codes: ProblemCode[]): MethodDecorator =>
  applyDecorators(...codes.map((code) => ApiExtension(`${PROBLEM_EXTENSION}${code}`, true)));
