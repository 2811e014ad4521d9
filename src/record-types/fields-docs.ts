import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
} from '@nestjs/swagger';
import type { JsonSchema } from '../catalog/openapi/json-schema';
import type { ResourceDescription } from '../catalog/resource';
import { Problems } from '../http/openapi/operations';
import { pageOf, resourceLabels } from '../records/records-docs';
import { CreateFieldDto, PatchFieldDto } from './field.dto';

/** The Swagger documents of the fields of one type: one decorator a route. */
export function fieldsDocs(types: ResourceDescription, record: JsonSchema) {
  const { one, aNoun } = resourceLabels(types);
  const answer: JsonSchema = { title: `${one}Field`, ...record };
  const page: JsonSchema = { title: `${one}FieldPage`, ...pageOf(answer) };
  const field = ApiParam({
    name: 'field',
    description: 'Key or UUID of the field.',
    schema: { type: 'string' },
  });
  const operation = (verb: string, summary: string, description?: string): MethodDecorator =>
    ApiOperation({
      operationId: `${verb}Of${one}`,
      summary,
      ...(description !== undefined && { description }),
    });
  return {
    list: applyDecorators(
      operation('listFields', `List the fields of ${aNoun}`, 'In display order, ties by key.'),
      ApiQuery({
        name: 'limit',
        required: false,
        description: 'Maximum number of fields of the page; 50 by default, at most 200.',
        schema: { type: 'integer' },
      }),
      ApiQuery({
        name: 'after',
        required: false,
        description: '`meta.next_cursor` of the page before.',
        schema: { type: 'string' },
      }),
      ApiOkResponse({ description: 'A page of fields.', schema: page }),
      Problems('not_found', 'invalid_cursor'),
    ),
    get: applyDecorators(
      operation('getField', `Get a field of ${aNoun}`),
      field,
      ApiOkResponse({ description: 'The field.', schema: answer }),
      Problems('not_found'),
    ),
    create: applyDecorators(
      operation(
        'createField',
        `Add a field to ${aNoun}`,
        '`is_required` applies to records written from now on.',
      ),
      ApiBody({ type: CreateFieldDto }),
      ApiCreatedResponse({ description: 'The new field.', schema: answer }),
      Problems('not_found', 'conflict', 'invalid_value', 'too_many_fields'),
    ),
    patch: applyDecorators(
      operation(
        'updateField',
        `Change a field of ${aNoun}`,
        'The key never changes, and the data type only while no record has a value: 409 otherwise.',
      ),
      field,
      ApiBody({ type: PatchFieldDto }),
      ApiOkResponse({ description: 'The field as it is now.', schema: answer }),
      Problems('not_found', 'conflict', 'invalid_value'),
    ),
    remove: applyDecorators(
      operation(
        'deleteField',
        `Remove a field from ${aNoun}`,
        'Only while no record has a value under it: 409 otherwise.',
      ),
      field,
      ApiNoContentResponse({ description: 'Removed.' }),
      Problems('not_found', 'conflict'),
    ),
  };
}
