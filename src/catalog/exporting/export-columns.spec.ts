import { defineResource } from '../define-resource';
import { identifier, json, reference, text } from '../field';
import type { CustomField, RecordType } from '../record-type';
import { exportColumns } from './export-columns';

const words = { describe: 'A field.', example: 'x' };
const resource = defineResource({
  name: 'things',
  title: 'Things',
  noun: 'thing',
  table: 'things',
  entity: class {},
  naturalKey: ['identifier'],
  fields: {
    identifier: identifier(words),
    extras: json(words),
    type_id: reference('types', words),
    name: text(words),
  },
  customFields: { typeField: 'type_id', column: 'field_values', key: 'field_values', form: 'object' },
});

function type(name: string, ...keys: string[]): RecordType {
  const fields = keys.map((key): CustomField => ({
    key,
    label: key,
    dataType: 'text',
    required: false,
    hasDefault: false,
    defaultValue: null,
    allowNull: true,
    displayOrder: 0,
  }));
  return { id: name, identifier: name, fieldsVersion: 1, fields };
}

const headers = (types: RecordType[], includeArchived = false): string[] =>
  exportColumns(resource, types, includeArchived).map(({ header }) => header);

describe('The columns of an export', () => {
  it('are those of the description, with objects after the custom fields', () => {
    expect(headers([])).toEqual(['identifier', 'type_id', 'name', 'extras']);
    expect(headers([type('a', 'z', 'b')])).toEqual(['identifier', 'type_id', 'name', 'z', 'b', 'extras']);
  });

  it('have each key once, where the first type has it', () => {
    expect(headers([type('a', 'x', 'y'), type('b', 'z', 'x')]).slice(3, -1)).toEqual(['x', 'y', 'z']);
  });

  it('end with archived_at when archived records are in the file', () => {
    expect(headers([type('a', 'x')], true)).toEqual([
      'identifier',
      'type_id',
      'name',
      'x',
      'extras',
      'archived_at',
    ]);
  });

  it('distinguish a custom field from a core column of the same name, whether that column is there or not', () => {
    expect(headers([type('a', 'name', 'extras', 'archived_at', 'id')]).slice(3, -1)).toEqual([
      'field.name',
      'field.extras',
      'field.archived_at',
      'field.id',
    ]);
  });
});
