import { ResourceRegistry } from '../catalog/registry';
import { defineResource } from '../catalog/define-resource';
import { identifier, json, reference, text } from '../catalog/field';
import { describeResources } from './describe-resources';

class Thing {}

const words = {
  table: 'things',
  entity: Thing,
  naturalKey: ['identifier'] as const,
  identifiedBy: 'identifier',
};
const key = identifier({ required: true, describe: 'Its key.', example: 'a' });

describe('the description of the resources for the console', () => {
  const registry = new ResourceRegistry([
    defineResource({
      ...words,
      name: 'thing_types',
      title: 'Thing types',
      noun: 'thing type',
      fields: { identifier: key },
      fieldsTable: 'thing_type_fields',
      importable: 'Made through the API.',
      exportable: false,
    }),
    defineResource({
      ...words,
      name: 'things',
      title: 'Things',
      noun: 'thing',
      fields: {
        identifier: key,
        type_id: reference('thing_types', { required: true, describe: 'Its type.', example: 'small' }),
        colour: text({ values: ['red', 'green'], describe: 'Its colour.', example: 'red' }),
        extras: json({ describe: 'The rest.', example: '{}' }),
      },
      customFields: { typeField: 'type_id', column: 'field_values', key: 'field_values', form: 'object' },
      search: ['identifier'],
    }),
  ]);
  const [types, things] = describeResources(registry);

  it('is where they are, what can be done with them and how their records are named', () => {
    expect(types).toMatchObject({
      collection: 'thing-types',
      isType: true,
      importable: 'Made through the API.',
      exportable: false,
      customFields: null,
    });
    expect(things).toMatchObject({
      importable: true,
      exportable: true,
      searchable: true,
      identifiedBy: 'identifier',
    });
  });

  it('is each field with the operators that a filter may use on it', () => {
    const field = (name: string) => things?.fields.find((candidate) => candidate.name === name);
    expect(field('colour')).toMatchObject({ kind: 'text', values: ['red', 'green'], required: false });
    expect(field('colour')?.ops).toContain('like');
    expect(field('type_id')).toMatchObject({ kind: 'reference', target: 'thing_types' });
    expect(field('type_id')?.ops).not.toContain('lt');
    expect(field('extras')?.ops).toEqual(['is_null']);
    expect(field('archived_at')?.kind).toBe('timestamp');
  });

  it('is where custom fields come from, and which operators each data type takes', () => {
    expect(things?.customFields).toMatchObject({
      typeField: 'type_id',
      types: 'thing_types',
      form: 'object',
    });
    expect(things?.customFields?.ops.number).toContain('gte');
    expect(things?.customFields?.ops.number).not.toContain('like');
  });
});
