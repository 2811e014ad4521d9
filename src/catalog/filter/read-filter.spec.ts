import type { JsonValue } from '../../formats/json/json-value';
import { defineResource } from '../define-resource';
import { date, decimal, identifier, json, reference } from '../field';
import type { RecordType } from '../record-type';
import { FilterError, namesArchivedAt } from './filter';
import { readFilter } from './read-filter';

const resource = defineResource({
  name: 'things',
  title: 'Things',
  noun: 'thing',
  table: 'things',
  entity: Object,
  naturalKey: ['identifier'],
  identifiedBy: 'identifier',
  fields: {
    identifier: identifier({ required: true, describe: '.', example: 'x' }),
    type_id: reference('things', { describe: '.', example: 'x' }),
    price: decimal({ describe: '.', example: '1' }),
    day: date({ describe: '.', example: '2026-01-31' }),
    extras: json({ describe: '.', example: '{}' }),
  },
  customFields: { typeField: 'type_id', column: 'field_values', key: 'field_values', form: 'object' },
});

const field = (key: string, dataType: 'text' | 'number'): RecordType['fields'][number] => ({
  key,
  label: key,
  dataType,
  required: false,
  hasDefault: false,
  defaultValue: null,
  allowNull: true,
  displayOrder: 1,
});
const types: RecordType[] = [
  { id: '1', identifier: 'a', fieldsVersion: 1, fields: [field('size', 'number')] },
  { id: '2', identifier: 'b', fieldsVersion: 1, fields: [field('size', 'text'), field('note', 'text')] },
];

function issues(filter: JsonValue): string[] {
  try {
    readFilter(resource, types, filter);
    return [];
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return error.errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

const condition = (name: string, op: string, value: JsonValue): JsonValue => ({ field: name, op, value });
const nested = (depth: number): JsonValue =>
  depth === 0 ? condition('price', 'eq', 1) : { and: [nested(depth - 1)] };

describe('readFilter', () => {
  it.each<[string, JsonValue, string[]]>([
    ['nothing at all', {}, []],
    ['a condition alone', condition('price', 'gt', '1.5'), []],
    ['eight levels of groups', nested(8), []],
    ['a key that some type can take', condition('field.size', 'gt', 'large'), []],
    [
      'an identifier or a UUID for a reference',
      condition('type_id', 'in', ['a', '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11']),
      [],
    ],
    ['null for eq', condition('day', 'eq', null), []],
    ['nine levels of groups', nested(9), ['/and/0/and/0/and/0/and/0/and/0/and/0/and/0/and/0 too_deep']],
    ['another field', { or: [condition('pirce', 'eq', 1)] }, ['/or/0/field unknown_field']],
    ['a key without its prefix', condition('size', 'eq', 1), ['/field unknown_field']],
    ['another operator', condition('price', '>', 1), ['/op unknown_operator']],
    ['an operator of another kind', condition('price', 'like', '1'), ['/op unknown_operator']],
    ['an object compared', condition('extras', 'eq', '{}'), ['/op unknown_operator']],
    ['a value of another kind', condition('price', 'eq', '1,5'), ['/value invalid_number']],
    ['a day that does not exist', condition('day', 'lt', '2026-02-30'), ['/value invalid_date']],
    ['null where order is asked', condition('price', 'lt', null), ['/value invalid_value']],
    ['a value for in', condition('price', 'in', 1), ['/value invalid_value']],
    ['a text for is_null', condition('price', 'is_null', 'true'), ['/value invalid_value']],
    [
      'more than a thousand values',
      condition(
        'price',
        'in',
        Array.from({ length: 1_001 }, () => 1),
      ),
      ['/value invalid_value'],
    ],
    ['no value', { field: 'price', op: 'eq' }, ['/value required']],
    ['another member', { field: 'price', op: 'eq', value: 1, not: true }, ['/not invalid_filter']],
    ['a group that is no list', { and: condition('price', 'eq', 1) }, ['/and invalid_filter']],
    ['a text', 'price = 1', [' invalid_filter']],
    [
      'several mistakes at once',
      { and: [condition('a', 'eq', 1), condition('price', 'eq', 'x')] },
      ['/and/0/field unknown_field', '/and/1/value invalid_number'],
    ],
    [
      'a hundred and one conditions',
      { and: Array.from({ length: 101 }, () => condition('price', 'eq', 1)) },
      ['/and/100 too_many_conditions'],
    ],
  ])('reads %s', (_, filter, expected) => {
    expect(issues(filter)).toEqual(expected);
  });

  it('names the valid fields and operators in its messages', () => {
    expect(() => readFilter(resource, types, condition('nope', 'eq', 1))).toThrow(
      /identifier, .*archived_at.*field\.size/,
    );
    expect(() => readFilter(resource, types, condition('price', 'has', 1))).toThrow(/eq, ne, lt, lte/);
  });

  it('notices a condition on archived_at, however deep', () => {
    const deep = { or: [condition('price', 'eq', 1), { and: [condition('archived_at', 'is_null', true)] }] };
    expect(namesArchivedAt(readFilter(resource, types, deep))).toBe(true);
    expect(namesArchivedAt(readFilter(resource, types, condition('price', 'eq', 1)))).toBe(false);
  });
});
