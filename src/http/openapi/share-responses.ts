import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemResponse } from './problem-responses';

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

const PROBLEM = 'application/problem+json';

/**
 * Moves the answers that tell of problems to the components of the document, named by their codes, and refers to them:
 * a hundred operations answer `unauthorized` in the same words.
 */
export function shareResponses(document: OpenAPIObject): void {
  const responses: Responses = { ...document.components?.responses };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item as Record<string, { responses?: Responses }>)) {
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        if (!isProblem(response)) continue;
        const name = Object.keys(response.content[PROBLEM]?.examples ?? {}).join('.');
        responses[name] = response;
        Object.assign(operation.responses ?? {}, { [status]: { $ref: `#/components/responses/${name}` } });
      }
    }
  }
  document.components = { ...document.components, responses };
}

/** True for an answer made by `problemResponses`: its examples say which codes it stands for. */
const isProblem = (response: object): response is ProblemResponse =>
  'content' in response && PROBLEM in (response.content as object);
