import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
} from '@nestjs/swagger';
import { filterBodySchema, searchLabels } from '../catalog/openapi/filter-schema';
import type { JsonSchema } from '../catalog/openapi/json-schema';
import { answerSchema, createSchema, patchSchema } from '../catalog/openapi/record-schema';
import type { ResourceDescription } from '../catalog/resource';
import { Problems } from '../http/openapi/operations';
import { PAGE_META } from '../http/pagination/page';
import { listParameters } from './list-query';

const COUNT: JsonSchema = {
  type: 'object',
  properties: { count: { type: 'integer', description: 'Number of records.', example: 42 } },
  required: ['count'],
};

/**
 * The Swagger documents of the routes of a collection, all derived from its description: one decorator
 * a route.
 */
export function recordsDocs(resource: ResourceDescription, record: JsonSchema = answerSchema(resource)) {
  const { one, many, aNoun, nouns } = resourceLabels(resource);
  const answer: JsonSchema = { title: one, ...record };
  const page: JsonSchema = { title: `${one}Page`, ...pageOf(answer) };
  const operation = (operationId: string, summary: string, description = ''): MethodDecorator =>
    ApiOperation({ operationId, summary, ...(description !== '' && { description }) });
  return {
    list: applyDecorators(
      operation(`list${many}`, `List ${nouns}`, `In the order of ${resource.naturalKey.join(', ')}.`),
      ...listParameters(resource).map((name) => ApiQuery(parameterDocs(resource, name))),
      ApiOkResponse({ description: `A page of ${nouns}.`, schema: page }),
      Problems('invalid_cursor'),
    ),
    filter: applyDecorators(
      operation(`filter${many}`, `Find ${nouns} by a filter`),
      ApiBody({ schema: filterBodySchema(resource, true) }),
      ApiOkResponse({ description: `A page of ${nouns}.`, schema: page }),
      Problems('invalid_filter', 'invalid_cursor'),
    ),
    count: applyDecorators(
      operation(`count${many}`, `Count ${nouns}`, 'All active ones, or those that pass the filter.'),
      ApiBody({ schema: filterBodySchema(resource, false) }),
      ApiOkResponse({ description: 'Their number.', schema: COUNT }),
      Problems('invalid_filter'),
    ),
    get: applyDecorators(
      operation(`get${one}`, `Get ${aNoun}`, 'By UUID or identifier, archived or not.'),
      ApiOkResponse({ description: `The ${resource.noun}.`, schema: answer }),
      Problems('not_found'),
    ),
    create: applyDecorators(
      operation(`create${one}`, `Create ${aNoun}`),
      ApiBody({ schema: { title: `Create${one}`, ...createSchema(resource) } }),
      ApiCreatedResponse({ description: `The new ${resource.noun}.`, schema: answer }),
      Problems('invalid_value', 'reference_not_found', 'conflict'),
    ),
    patch: applyDecorators(
      operation(`update${one}`, `Change ${aNoun}`, 'What the body leaves out stays as it is; null clears.'),
      ApiBody({ schema: { title: `Change${one}`, ...patchSchema(resource) } }),
      ApiOkResponse({ description: `The ${resource.noun} as it is now.`, schema: answer }),
      Problems('not_found', 'invalid_value', 'reference_not_found', 'conflict'),
    ),
    remove: applyDecorators(
      operation(
        `archive${one}`,
        `Archive ${aNoun}`,
        resource.hardDelete
          ? 'With `hard=true` it is removed for good.'
          : `${resource.title} are archived, never removed.`,
      ),
      ApiQuery({
        name: 'hard',
        required: false,
        description: resource.hardDelete
          ? '`true` removes the record for good, with all that hangs on it.'
          : '`true` is refused: these are only archived.',
        schema: { type: 'string', enum: ['true', 'false'] },
      }),
      ApiNoContentResponse({ description: 'Done; also when it was archived already.' }),
      Problems('not_found', 'invalid_value', 'conflict'),
    ),
    restore: applyDecorators(
      operation(`restore${one}`, `Restore an archived ${resource.noun}`),
      ApiOkResponse({ description: `The ${resource.noun}, active again.`, schema: answer }),
      Problems('not_found', 'conflict'),
    ),
  };
}

function parameterDocs(resource: ResourceDescription, name: string): Parameters<typeof ApiQuery>[0] {
  const text = { type: 'string' };
  switch (name) {
    case 'limit':
      return {
        name,
        required: false,
        description: 'Most records of the page; 50 by default, at most 200.',
        schema: { type: 'integer' },
      };
    case 'after':
      return { name, required: false, description: '`meta.next_cursor` of the page before.', schema: text };
    case 'ids':
      return {
        name,
        required: false,
        description:
          'Only these: UUIDs and identifiers, separated by commas; one that has a comma is in quotes: `"BRK,B"`.',
        schema: text,
      };
    case 'archived':
      return {
        name,
        required: false,
        description: '`true`: archived ones only; `all`: both. Active ones only by default.',
        schema: { type: 'string', enum: ['false', 'true', 'all'] },
      };
    case 'from':
      return { name, required: false, description: 'From this instant on.', schema: text };
    case 'to':
      return { name, required: false, description: 'Before this instant.', schema: text };
    case 'q':
      return { name, required: false, description: searchLabels(resource), schema: text };
    default:
      return {
        name,
        required: false,
        description: `Only those with this ${name}: UUID or identifier.`,
        schema: text,
      };
  }
}

/** Schema of a page of records. */
export function pageOf(items: JsonSchema): JsonSchema {
  const data: JsonSchema = { type: 'array', description: 'The records of this page.', items };
  return { type: 'object', required: ['data', 'meta'], properties: { data, meta: PAGE_META } };
}

const pascal = (words: string): string =>
  words
    .split(/[ _-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** How the documents name one record and many: `Instrument`, `Instruments`, `an instrument`. */
export function resourceLabels({ name, noun, title }: ResourceDescription): {
  one: string;
  many: string;
  aNoun: string;
  nouns: string;
} {
  const article = /^[aeiou]/i.test(noun) ? 'an' : 'a';
  return { one: pascal(noun), many: pascal(name), aNoun: `${article} ${noun}`, nouns: title.toLowerCase() };
}
