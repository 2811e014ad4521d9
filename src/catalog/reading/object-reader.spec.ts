import * as fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../formats/json/json-value';
import { instruments } from '../../resources/instruments/instruments.resource';
import { Binder } from '../binding/binder';
import type { CustomField, RecordType } from '../record-type';
import type { Draft } from './draft';
import { ObjectReader } from './object-reader';

const custom = (key: string): CustomField => ({
  ...{ key, label: key, dataType: 'text', required: false, hasDefault: false, defaultValue: null },
  ...{ allowNull: true, displayOrder: 1 },
});
// `name` is a core field too: the custom one is written `field.name`.
const types: readonly RecordType[] = [
  { id: 't', identifier: 'equity', fieldsVersion: 1, fields: ['isin', 'name', 'lot'].map(custom) },
];

const newReader = (): ObjectReader =>
  new ObjectReader(
    new Binder(instruments, types, {
      mapping: { Symbol: 'identifier' },
      defaults: { type_id: 'equity', lot: '100' },
      identifierColumn: null,
    }),
  );

/** All that is read of a record. */
function read(reader: ObjectReader, object: JsonObject): unknown {
  const draft: Draft = reader.read({ row: 1, line: 1, object });
  const { core, labels, customCells, errors } = draft;
  return { core: [...core], labels: [...labels], customCells, errors };
}

const scalar: fc.Arbitrary<JsonValue> = fc.constantFrom<JsonValue[]>('a', '', null, true, '2026-01-31');
const record = fc.dictionary(
  fc.constantFrom('Symbol', 'identifier', 'name', 'type_id', 'isin', 'field.isin', 'field.name', 'lot', 'x'),
  scalar,
  { maxKeys: 6 },
);
const nested = fc.record({
  Symbol: scalar,
  field_values: fc.dictionary(fc.constantFrom('isin', 'lot'), scalar),
});

describe('A reader of JSON records', () => {
  it('reads a record the same whatever record is before it', () => {
    const records = fc.array(fc.oneof({ weight: 4, arbitrary: record }, nested), { maxLength: 12 });
    fc.assert(
      fc.property(records, (objects) => {
        const reader = newReader();
        for (const object of objects.flatMap((one) => [one, { ...one }])) {
          expect(read(reader, object)).toEqual(read(newReader(), object));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives each record of a kind the defaults that it lacks', () => {
    const reader = newReader();
    for (const Symbol of ['a', 'b', 'c']) {
      expect(read(reader, { Symbol, name: 'N' })).toMatchObject({
        core: [
          ['identifier', Symbol],
          ['name', 'N'],
          ['type_id', 'equity'],
        ],
        customCells: [{ key: 'lot', label: 'lot', value: '100' }],
        errors: [],
      });
    }
  });

  it('refuses each record in which two keys feed one field', () => {
    const reader = newReader();
    for (const isin of ['a', 'b']) {
      const { errors } = read(reader, { Symbol: 's', name: 'N', isin, 'field.isin': isin }) as Draft;
      expect(errors.map(({ column, code }) => [column, code])).toEqual([['field.isin', 'duplicate_key']]);
    }
  });
});
