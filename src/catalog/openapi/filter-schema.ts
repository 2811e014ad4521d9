import { FILTER_OPS } from '../filter/filter';
import type { ResourceDescription } from '../resource';
import { systemFieldsOf } from '../resource-fields';
import type { JsonSchema } from './json-schema';

/** Schema of the body of `POST /<collection>/filter`; with `paged: false` that of `/count`. */
export function filterBodySchema(resource: ResourceDescription, paged: boolean): JsonSchema {
  const [key = 'id'] = resource.naturalKey;
  const example = resource.fields.get(key)?.example ?? '';
  const condition = { field: key, op: 'eq', value: example };
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      filter: { type: 'object', description: describeFilter(resource), example: { and: [condition] } },
      ...(resource.search.length > 0 && {
        q: { type: 'string', description: searchLabels(resource), example: searchExample(resource) },
      }),
      ...(paged && pagingProperties(key)),
    },
  };
}

/** What `?q=` does. */
export const searchLabels = (resource: ResourceDescription): string =>
  `Part of the ${resource.search.join(' or ')}, in any case.`;

/** The middle of an example, as somebody would type it. */
function searchExample(resource: ResourceDescription): string {
  const [field = ''] = resource.search;
  return (resource.fields.get(field)?.example ?? '').split(' ')[0]?.toLowerCase() ?? '';
}

function pagingProperties(key: string): Record<string, JsonSchema> {
  return {
    sort: {
      type: 'array',
      description: 'The order; nulls are last, the natural key is the default.',
      items: {
        type: 'object',
        required: ['field'],
        properties: {
          field: { type: 'string', description: 'A field, or `field.<field_key>`.', example: key },
          direction: {
            type: 'string',
            enum: ['asc', 'desc'],
            description: '`asc` by default.',
            example: 'asc',
          },
        },
      },
      example: [{ field: key, direction: 'asc' }],
    },
    limit: {
      type: 'integer',
      description: 'Most records of the page, 50 by default; more than 200 counts as 200.',
      example: 50,
    },
    after: {
      type: 'string',
      nullable: true,
      description: '`meta.next_cursor` of the page before.',
      example: null,
    },
  };
}

function describeFilter(resource: ResourceDescription): string {
  const fields = [...resource.fields.keys(), ...systemFieldsOf(resource).keys()];
  const custom = resource.customFields ? ' and field.<field_key>' : '';
  return (
    'Groups {"and": [...]} and {"or": [...]}, nested at most 8 deep, of at most 100 conditions {field, op, value}. ' +
    `Operators: ${FILTER_OPS.join(', ')}. Fields: ${fields.join(', ')}${custom}. ` +
    (resource.archivable ? 'A condition on archived_at lifts the default of active records only.' : '')
  );
}
