import type { CustomField, DataType, RecordType } from '../../src/catalog/record-type';

const field = (key: string, dataType: DataType, displayOrder: number): CustomField => ({
  key,
  label: key,
  dataType,
  required: false,
  hasDefault: false,
  defaultValue: null,
  allowNull: true,
  displayOrder,
});

/** Two types that give the key `code` different data types, for tests of generated SQL. */
export const EXAMPLE_TYPES: readonly RecordType[] = [
  {
    id: '00000000-0000-0000-0000-00000000000a',
    identifier: 'a',
    fieldsVersion: 1,
    fields: [field('open', 'number', 0), field('code', 'text', 1)],
  },
  {
    id: '00000000-0000-0000-0000-00000000000b',
    identifier: 'b',
    fieldsVersion: 1,
    fields: [field('code', 'number', 0), field('since', 'date', 1)],
  },
];
