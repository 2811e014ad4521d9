import { defineResource } from '../define-resource';
import { boolean, decimal, json, reference, text } from '../field';
import { answerSchema, createSchema, patchSchema } from './record-schema';

const resource = defineResource({
  name: 'things',
  title: 'Things',
  noun: 'thing',
  table: 'things',
  entity: Object,
  naturalKey: ['code'],
  fields: {
    code: text({ required: true, max: 3, describe: 'A code.', example: 'abc' }),
    type_id: reference('things', { required: true, describe: 'A type.', example: 'kind' }),
    open: boolean({ describe: 'Open.', example: 'true' }),
    price: decimal({ describe: 'A price.', example: '1.10' }),
    extras: json({ describe: 'More.', example: '{"a":1}' }),
  },
  customFields: { typeField: 'type_id', column: 'items', key: 'items', form: 'list' },
});

describe('schemas of a record', () => {
  it('describe an answer: everything is there, references are UUIDs, decimals are strings', () => {
    const { properties, required } = answerSchema(resource);
    expect(required).toEqual([
      'id',
      'code',
      'type_id',
      'open',
      'price',
      'extras',
      'items',
      'archived_at',
      'created_at',
      'updated_at',
    ]);
    expect(properties?.['type_id']).toMatchObject({ type: 'string', format: 'uuid' });
    expect(properties?.['type_id']).not.toHaveProperty('nullable');
    expect(properties?.['price']).toMatchObject({
      type: 'string',
      format: 'decimal',
      nullable: true,
      example: '1.10',
    });
    expect(properties?.['open']).toMatchObject({ type: 'boolean', example: true });
    expect(properties?.['extras']).toMatchObject({ type: 'object', example: { a: 1 } });
  });

  it('describe bodies: nothing unknown, and what a creation needs', () => {
    expect(createSchema(resource)).toMatchObject({
      required: ['code', 'type_id'],
      additionalProperties: false,
    });
    expect(patchSchema(resource)).not.toHaveProperty('required');
    expect(patchSchema(resource).properties?.['code']).toMatchObject({
      maxLength: 3,
      description: 'A code.',
      example: 'abc',
    });
    expect(patchSchema(resource).properties?.['items']).toMatchObject({ type: 'array' });
  });
});
