import { defineResource } from './define-resource';
import { identifier, reference, text, type Field } from './field';
import { ResourceRegistry } from './registry';
import type { ParentKey, ResourceDefinition } from './resource';

const options = { describe: 'A field.', example: 'x' };

function definition(changes: Partial<ResourceDefinition> = {}): ResourceDefinition {
  return {
    name: 'things',
    title: 'Things',
    noun: 'thing',
    table: 'things',
    entity: class {},
    naturalKey: ['identifier'],
    fields: { identifier: identifier({ ...options, required: true }) },
    ...changes,
  };
}

const listings = (...fields: string[]): ParentKey => ({
  table: 'listings',
  column: 'listing_key',
  pgType: 'bigint',
  fields,
  resource: null,
  directField: null,
});

const texts = (count: number): Record<string, Field> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`note_${index}`, text(options)]));

describe('defineResource', () => {
  it.each([1, 3])('refuses a parent key with %i fields', (count) => {
    const names = ['instrument_id', 'market_id', 'venue_id'].slice(0, count);
    const fields = Object.fromEntries(names.map((name) => [name, reference('others', options)]));
    const [first = '', ...others] = names;
    const naturalKey: [string, ...string[]] = [first, ...others];
    expect(() => defineResource(definition({ naturalKey, fields, parentKey: listings(...names) }))).toThrow(
      `Resource things: a parent key needs exactly two fields, not ${count}.`,
    );
  });

  it('refuses a rule over a field that is not there', () => {
    expect(() => defineResource(definition({ rules: [{ rule: 'positive', field: 'price' }] }))).toThrow(
      'Resource things has no field price.',
    );
  });

  it('takes a parent key with two fields', () => {
    const fields = {
      instrument_id: reference('others', options),
      market_id: reference('others', options),
    };
    const { parentKey } = defineResource(
      definition({
        naturalKey: ['instrument_id', 'market_id'],
        fields,
        parentKey: listings('instrument_id', 'market_id'),
      }),
    );
    expect(parentKey?.fields).toEqual(['instrument_id', 'market_id']);
  });

  it('refuses more fields than the staging table of an import has', () => {
    const fields = (count: number): Record<string, Field> => ({
      identifier: identifier(options),
      ...texts(count - 1),
    });
    expect(defineResource(definition({ fields: fields(29) })).fields.size).toBe(29);
    expect(() => defineResource(definition({ fields: fields(30) }))).toThrow(
      'Resource things: an import can stage at most 29 fields of its own table, not 30.',
    );
  });
});

describe('ResourceRegistry', () => {
  const others = defineResource(
    definition({ name: 'others', table: 'others', naturalKey: ['name'], fields: { name: text(options) } }),
  );
  const referring = (changes: Partial<ResourceDefinition> = {}): ReturnType<typeof defineResource> =>
    defineResource(
      definition({
        naturalKey: ['other_id'],
        fields: { other_id: reference('others', options) },
        ...changes,
      }),
    );

  it('refuses an exportable resource whose natural key refers to records without an identifier', () => {
    expect(() => new ResourceRegistry([others, referring()])).toThrow(
      'Resource things: its natural key has other_id, which refers to others. ' +
        'Exports order records by identifiers, and others have none.',
    );
  });

  it('takes such a reference in a resource that is not exported, and outside of the natural key', () => {
    const fields = { identifier: identifier(options), other_id: reference('others', options) };
    const named = referring({ naturalKey: ['identifier'], fields });
    expect(() => new ResourceRegistry([others, referring({ exportable: false })])).not.toThrow();
    expect(() => new ResourceRegistry([others, named])).not.toThrow();
  });
});
