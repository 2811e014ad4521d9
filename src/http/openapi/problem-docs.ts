import type { OpenAPIObject } from '@nestjs/swagger';
import { type ProblemCode, PROBLEMS } from '../problem/problem-codes';

/** Documentation of the responses of one status. */
export interface ProblemResponse {
  description: string;
  content: Record<
    string,
    { schema: { $ref: string }; examples: Record<string, { summary: string; value: object }> }
  >;
}

/** The responses for `codes`, by status. */
export function problemResponses(codes: Iterable<ProblemCode>): Record<string, ProblemResponse> {
  const byStatus = new Map<string, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const status = String(PROBLEMS[code].status);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].sort().map(([status, each]) => [status, response(each)]));
}

function response(codes: readonly ProblemCode[]): ProblemResponse {
  const examples = codes.map((code) => [code, { summary: PROBLEMS[code].title, value: example(code) }]);
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].description}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples) as Record<string, { summary: string; value: object }>,
      },
    },
  };
}

function example(code: ProblemCode): object {
  const { status, title, description } = PROBLEMS[code];
  return {
    type: `/docs/problems#${code}`,
    title,
    status,
    detail: description,
    instance: '/v1/workspaces/default',
    code,
    request_id: '5f0c9a52-8a5e-4a6c-9a0e-3c1b7e0d9f11',
    errors: [],
  };
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const codes = Object.keys(PROBLEMS) as ProblemCode[];
const table = ['| code | status | meaning |', '| --- | --- | --- |'].concat(
  codes.map((code) => `| \`${code}\` | ${PROBLEMS[code].status} | ${PROBLEMS[code].description} |`),
);

/** The schemas of what a refused request is answered with; they contain every code. */
export const PROBLEM_SCHEMAS: Schemas = {
  Problem: {
    type: 'object',
    description: `What is wrong with a request (RFC 9457, \`application/problem+json\`).\n\n${table.join('\n')}`,
    required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'request_id', 'errors'],
    properties: {
      type: {
        type: 'string',
        format: 'uri-reference',
        description: 'Where this kind of problem is described.',
        example: '/docs/problems#not_found',
      },
      title: {
        type: 'string',
        description: 'The kind of problem in a few words; the same for each of its kind.',
        example: 'Not found',
      },
      status: { type: 'integer', description: 'The HTTP status of the response.', example: 404 },
      detail: {
        type: 'string',
        description: 'What is wrong with this request, and how to fix it.',
        example: 'Nothing was found: it does not exist, or it belongs to another workspace.',
      },
      instance: {
        type: 'string',
        format: 'uri-reference',
        description: 'The path that was asked for.',
        example: '/v1/workspaces/default/instruments/bhp.ax',
      },
      code: {
        type: 'string',
        enum: codes,
        description: 'Stable code of the kind of problem, for programs.',
        example: 'not_found',
      },
      request_id: {
        type: 'string',
        description: 'Finds the request in the logs; also the header `X-Request-Id`.',
        example: '5f0c9a52-8a5e-4a6c-9a0e-3c1b7e0d9f11',
      },
      errors: {
        type: 'array',
        items: { $ref: '#/components/schemas/ProblemError' },
        description: 'The individual errors; empty when `detail` is sufficient.',
      },
    },
  },
  ProblemError: {
    type: 'object',
    required: ['pointer', 'code', 'message'],
    properties: {
      pointer: {
        type: 'string',
        description: 'JSON pointer into the body, or `?name` for a query parameter.',
        example: '/type_id',
      },
      code: { type: 'string', description: 'Stable code, snake_case.', example: 'reference_not_found' },
      message: {
        type: 'string',
        description: 'What is wrong and how to fix it.',
        example: 'There is no instrument type "stock" in this workspace.',
      },
    },
  },
};

/** The page that the `type` of a problem points into: every code, what it means and how to fix it. */
export function problemsPage(): string {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const entries = codes.map((code) => {
    const { status, title, description } = PROBLEMS[code];
    return `<dt id="${code}"><code>${code}</code> · ${status} ${title}</dt><dd>${inline(description)}</dd>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Almagest: problems</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600;margin-top:1rem}:target{background:#ffd}</style>
<h1>Problems</h1><p>The body of an error response: <code>application/problem+json</code> (RFC 9457) with one of these codes.</p>
<dl>${entries.join('\n')}</dl></html>`;
}

const inline = (text: string): string =>
  text.replaceAll('<', '&lt;').replace(/`([^`]+)`/g, '<code>$1</code>');
