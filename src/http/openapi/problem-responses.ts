import { type ProblemCode, PROBLEMS } from '../problem/problem-codes';

/** Documentation of the answers of one status. */
export interface ProblemResponse {
  description: string;
  content: Record<
    string,
    { schema: { $ref: string }; examples: Record<string, { summary: string; value: object }> }
  >;
}

/** The answers that tell of `codes`, by status. */
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
