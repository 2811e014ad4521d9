import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemResponse } from './problem-docs';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * Moves every schema with a `title` to the components of the document, under its title, and refers to it: a record then has
 * one name in whatever is generated from the document. Throws when two different schemas have one title.
 */
export function shareSchemas(document: OpenAPIObject): void {
  const schemas: Schemas = { ...document.components?.schemas };
  share(document.paths, schemas);
  document.components = { ...document.components, schemas };
}

/** Replaces what is in `place`, the innermost first. Examples are data: a `title` in them is not one of ours. */
function share(place: unknown, schemas: Schemas): void {
  if (!isObject(place)) return;
  for (const [key, value] of Object.entries(place)) {
    if (key === 'example' || key === 'examples' || !isObject(value)) continue;
    share(value, schemas);
    const { title, ...schema } = value;
    if (typeof title !== 'string' || !('type' in schema)) continue;
    const known = schemas[title];
    if (known !== undefined && !isDeepStrictEqual(known, schema)) {
      throw new Error(`Two different schemas of the document have the title ${title}: rename one.`);
    }
    schemas[title] = schema;
    place[key] = { $ref: `#/components/schemas/${title}` };
  }
}

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

const PROBLEM = 'application/problem+json';

/**
 * Moves the responses that describe problems to the components of the document, named by their codes, and refers to them:
 * a hundred operations have the same response `unauthorized`.
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

/** True for a response created by `problemResponses`: its examples say which codes it documents. */
const isProblem = (response: object): response is ProblemResponse =>
  'content' in response && PROBLEM in (response.content as object);
