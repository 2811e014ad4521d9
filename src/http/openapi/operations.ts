import { applyDecorators } from '@nestjs/common';
import { ApiExtension, type OpenAPIObject } from '@nestjs/swagger';
import { type ProblemCode, PROBLEMS } from '../problem/problem-codes';
import { problemResponses } from './problem-docs';

/** One extension a code, so that decorators on one method add up; `buildOpenApi` generates responses from them. */
const PROBLEM_EXTENSION = 'x-problem-';

/**
 * Documents the problems of a route beyond those that every route of its kind has (malformed request, no valid token,
 * role too low, workspace not found, rate limit, malformed or too large body). May be used more than once.
 */
export const Problems = (...codes: ProblemCode[]): MethodDecorator =>
  applyDecorators(...codes.map((code) => ApiExtension(`${PROBLEM_EXTENSION}${code}`, true)));

type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;

/** Set by `@Public()`: the operation takes no token. */
export const PUBLIC_EXTENSION = 'x-public';

/** Adds to an operation what follows from its path and kind: its problems, its path parameters, that it needs no token. */
export function completeOperation(path: string, operation: Operation): void {
  const extensions = operation as unknown as Record<string, unknown>;
  const isPublic = extensions[PUBLIC_EXTENSION] === true;
  const problems = [...usualProblems(path, operation, isPublic), ...takeProblems(extensions)];
  if (isPublic) operation.security = [];
  Reflect.deleteProperty(extensions, PUBLIC_EXTENSION);
  operation.responses = { ...operation.responses, ...withoutDeclared(operation, problemResponses(problems)) };
  addPathParameters(path, operation);
}

/** What every request in a workspace can meet. */
const OF_WORKSPACES: readonly ProblemCode[] = ['record_locked', 'too_many_statements', 'statement_timeout'];

function usualProblems(path: string, { requestBody }: Operation, isPublic: boolean): ProblemCode[] {
  const codes: ProblemCode[] = ['invalid_request'];
  if (!isPublic)
    codes.push('unauthorized', 'forbidden', 'rate_limited', 'too_many_invalid_tokens', 'unavailable');
  if (!isPublic && path.includes('{workspaceId}')) codes.push(...OF_WORKSPACES);
  if (path.includes('{')) codes.push('not_found');
  if (requestBody !== undefined && 'content' in requestBody && 'application/json' in requestBody.content) {
    codes.push('invalid_json', 'body_too_large', 'unsupported_media_type');
  }
  return codes;
}

/** The codes that `@Problems` noted; the notes are taken away. */
function takeProblems(extensions: Record<string, unknown>): ProblemCode[] {
  const keys = Object.keys(extensions).filter((key) => key.startsWith(PROBLEM_EXTENSION));
  for (const key of keys) Reflect.deleteProperty(extensions, key);
  const codes = keys.map((key) => key.slice(PROBLEM_EXTENSION.length));
  return codes.filter((code): code is ProblemCode => code in PROBLEMS);
}

/** A response that a controller documents itself has precedence. */
function withoutDeclared<T>({ responses }: Operation, problems: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(problems).filter(([status]) => !(status in responses)));
}

/** What a path parameter is when its controller does not say so itself. */
const PATH_PARAMETERS: Readonly<Record<string, string>> = {
  workspaceId: 'The workspace: its UUID or its slug.',
  id: 'UUID or identifier of the record.',
};
const describeParameter = (name: string): string => PATH_PARAMETERS[name] ?? 'UUID or identifier.';

function addPathParameters(path: string, operation: Operation): void {
  const declared = new Set<string>();
  for (const parameter of operation.parameters ?? []) {
    if (!('name' in parameter)) continue;
    declared.add(parameter.name);
    if (parameter.in === 'path') parameter.description ??= describeParameter(parameter.name);
  }
  const missing = [...path.matchAll(/\{([^}]+)\}/g)]
    .map(([, name]) => String(name))
    .filter((name) => !declared.has(name));
  const added = missing.map((name) => ({
    name,
    in: 'path' as const,
    required: true,
    description: describeParameter(name),
    schema: { type: 'string' as const },
  }));
  operation.parameters = [...added, ...(operation.parameters ?? [])];
}
