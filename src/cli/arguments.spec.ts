import { readFilterArguments, readPairs } from './arguments';

describe('pairs of the command line', () => {
  it('are a JSON object, cut where the field is: a column and a value may have "=" in them', () => {
    expect(readPairs('map', ['Symbol=identifier', 'a=b=name'], 'right')).toBe(
      '{"Symbol":"identifier","a=b":"name"}',
    );
    expect(readPairs('default', ['type_id=equity', 'extras={"a":"b=c"}', 'note='], 'left')).toBe(
      '{"type_id":"equity","extras":"{\\"a\\":\\"b=c\\"}","note":""}',
    );
  });

  it('are nothing when there is none', () => {
    expect(readPairs('map', [], 'right')).toBeUndefined();
  });

  it.each(['Symbol', '=name', ''])('are not %j', (pair) => {
    expect(() => readPairs('map', [pair], 'right')).toThrow(/--map takes a pair/);
  });

  it('name nothing twice', () => {
    expect(() => readPairs('map', ['a=b', 'a=c'], 'right')).toThrow('--map names "a" twice.');
  });
});

describe('the filter of the command line', () => {
  it.each([
    ['type_id=equity', { field: 'type_id', op: 'eq', value: 'equity' }],
    ['name!=a=b', { field: 'name', op: 'ne', value: 'a=b' }],
    ['field.shares>=100', { field: 'field.shares', op: 'gte', value: '100' }],
    ['field.shares<1.10', { field: 'field.shares', op: 'lt', value: '1.10' }],
    ['timestamp<=2026-01-31', { field: 'timestamp', op: 'lte', value: '2026-01-31' }],
    ['value>', { field: 'value', op: 'gt', value: '' }],
    ['name~the group', { field: 'name', op: 'like', value: 'the group' }],
  ])('reads %s', (word, condition) => {
    expect(readFilterArguments([word])).toEqual(condition);
  });

  it('takes the language itself, and joins several by "and"', () => {
    const or = { or: [{ field: 'name', op: 'is_null', value: true }] };
    expect(readFilterArguments([JSON.stringify(or), 'type_id=equity'])).toEqual({
      and: [or, { field: 'type_id', op: 'eq', value: 'equity' }],
    });
    expect(readFilterArguments([])).toBeUndefined();
  });

  it('refuses what is neither', () => {
    expect(() => readFilterArguments(['name'])).toThrow(/takes a field, one of != >= <= = > < ~ and a value/);
    expect(() => readFilterArguments(['{"and":'])).toThrow(/not JSON/);
  });
});
