import fc from 'fast-check';
import { instruments } from '../resources/instruments/instruments.resource';
import type { RecordType } from '../catalog/record-type';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import { evaluateFilter, type PlainFilter } from '../../test/support/evaluate-filter';
import { ImportHarness } from '../../test/support/import-harness';
import { loadTypes } from './load-types';
import { RecordReader } from './record-reader';
import { RecordWriter } from './record-writer';

jest.setTimeout(60_000);

const TEXTS = [
  'alpha',
  'Alpha',
  'ALPHABET',
  'a%b',
  'a_b',
  'axb',
  'a\\b',
  'Ünder',
  'z',
  'true',
  '10',
  '\u{1f600}',
  '\uffee',
];
const NUMBERS = ['1.1', '1.10', '1', '-0.5', '10', '9', '100000000000000000000.000000001', '0'];
const DATES = ['2026-01-31', '0001-01-01', '9999-12-31', '2025-12-31'];
const VALUES: readonly JsonValue[] = [...TEXTS, ...NUMBERS, ...DATES, 'true', 'FALSE', true, 7];

/** One record, its custom fields left to its type. */
const recordArbitrary = fc.record({
  type: fc.constantFrom('typed', 'worded', 'bare'),
  name: fc.constantFrom(...TEXTS),
  size: fc.option(fc.constantFrom(...NUMBERS)),
  word: fc.option(fc.constantFrom(...TEXTS)),
  day: fc.option(fc.constantFrom(...DATES)),
  flag: fc.option(fc.constantFrom('true', 'false')),
});

const FIELD_OPS: Record<string, readonly string[]> = {
  name: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'like', 'is_null'],
  type_id: ['eq', 'ne', 'in', 'not_in', 'is_null'],
  'field.size': ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'like', 'is_null'],
  'field.note': ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'like', 'is_null'],
  'field.day': ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'is_null'],
  'field.flag': ['eq', 'ne', 'in', 'not_in', 'is_null'],
};
const FIELD_VALUES: Record<string, readonly JsonValue[]> = {
  type_id: ['typed', 'worded', 'bare', 'nowhere'],
  'field.day': DATES,
  'field.flag': ['true', 'FALSE', true],
};

const conditionArbitrary = fc
  .constantFrom(...Object.keys(FIELD_OPS))
  .chain((field) => fc.tuple(fc.constant(field), fc.constantFrom(...(FIELD_OPS[field] ?? []))))
  .chain(([field, op]) => {
    const value = fc.constantFrom(...(FIELD_VALUES[field] ?? VALUES));
    const forOp: fc.Arbitrary<JsonValue> =
      op === 'is_null'
        ? fc.boolean()
        : op === 'in' || op === 'not_in'
          ? fc.array(value, { maxLength: 3 })
          : op === 'eq' || op === 'ne'
            ? fc.option(value)
            : value;
    return forOp.map((given): PlainFilter => ({ field, op, value: given }));
  });

const { filter: filterArbitrary } = fc.letrec<{ filter: PlainFilter; group: PlainFilter }>((tie) => ({
  filter: fc.oneof({ maxDepth: 3 }, conditionArbitrary, tie('group')),
  group: fc.record(
    {
      and: fc.array(tie('filter'), { maxLength: 3 }),
      or: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  ),
}));

describe('RecordReader', () => {
  let harness: ImportHarness;
  let reader: RecordReader;
  let types: readonly RecordType[];
  let records: readonly JsonObject[];

  beforeAll(async () => {
    harness = await ImportHarness.start();
    const { database, registry, workspaceId } = harness;
    await harness.addType('typed', 'size:number', 'note:text', 'day:date', 'flag:boolean');
    await harness.addType('worded', 'size:text', 'note:text');
    await harness.addType('bare');
    reader = new RecordReader(database, registry, harness.types);
    types = await loadTypes(database, registry, instruments, workspaceId);
    const writer = new RecordWriter(database, registry, harness.types);
    const wanted = fc.sample(recordArbitrary, { numRuns: 60, seed: 7 });
    const made: JsonObject[] = [];
    for (const [at, { type, name, size, word, day, flag }] of wanted.entries()) {
      const custom: Record<string, JsonObject> = {
        typed: { size, note: word, day, flag },
        worded: { size: word, note: size },
        bare: {},
      };
      const body = { identifier: `i${at}`, name, type_id: type, field_values: custom[type] ?? {} };
      made.push(await writer.create(instruments, workspaceId, body));
    }
    records = made;
  });
  afterAll(() => harness.stop());

  const idsOf = (data: readonly JsonObject[]): string[] =>
    data.map(({ identifier }) => String(identifier)).sort();

  it('finds by any filter exactly the records that pass it', async () => {
    await fc.assert(
      fc.asyncProperty(filterArbitrary, async (filter) => {
        const { data } = await reader.filter(instruments, harness.workspaceId, {
          filter,
          limit: 200,
        });
        const passing = records.filter((record) => evaluateFilter(filter, record, types));
        expect(idsOf(data)).toEqual(idsOf(passing));
        const { count } = await reader.count(instruments, harness.workspaceId, { filter });
        expect(count).toBe(passing.length);
      }),
      { numRuns: 400 },
    );
  });

  it('pages through any order without losing or repeating a record', async () => {
    const sortArbitrary = fc.uniqueArray(
      fc.record({
        field: fc.constantFrom(
          'name',
          'identifier',
          'type_id',
          'created_at',
          'archived_at',
          'field.note',
          'field.day',
          'field.flag',
        ),
        direction: fc.constantFrom('asc', 'desc'),
      }),
      { selector: ({ field }) => field, maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(sortArbitrary, fc.integer({ min: 1, max: 25 }), async (sort, limit) => {
        const whole = await reader.filter(instruments, harness.workspaceId, { sort, limit: 200 });
        const paged: JsonObject[] = [];
        let after: string | null = null;
        do {
          const body: JsonObject = { sort, limit, after };
          const page = await reader.filter(instruments, harness.workspaceId, body);
          paged.push(...page.data);
          after = page.meta.next_cursor;
        } while (after !== null);
        expect(paged).toEqual(whole.data);
        expect(paged).toHaveLength(records.length);
      }),
      { numRuns: 40 },
    );
  });

  it('sorts numbers as numbers, text by code point, and nulls last in both directions', async () => {
    const sorted = async (
      field: string,
      direction: string,
      type: string,
    ): Promise<(JsonValue | undefined)[]> => {
      const filter = { field: 'type_id', op: 'eq', value: type };
      const { data } = await reader.filter(instruments, harness.workspaceId, {
        filter,
        sort: [{ field, direction }],
        limit: 200,
      });
      return data.map((record) =>
        field === 'name' ? record['name'] : (record['field_values'] as JsonObject)[field.slice(6)],
      );
    };
    const names = await sorted('name', 'asc', 'typed');
    expect(names).toEqual(
      [...names].sort((a, b) => Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))),
    );
    for (const direction of ['asc', 'desc']) {
      const days = await sorted('field.day', direction, 'typed');
      const firstNull = days.indexOf(null);
      expect(days.slice(firstNull).every((day) => day === null)).toBe(true);
    }
  });

  it('refuses to sort by a key that has no common order', async () => {
    const body = { sort: [{ field: 'field.size', direction: 'asc' }] };
    await expect(reader.filter(instruments, harness.workspaceId, body)).rejects.toMatchObject({
      code: 'invalid_filter',
      extra: { errors: [{ pointer: '/sort/0/field', code: 'invalid_sort' }] },
    });
  });

  it('refuses a cursor of another order, and an invented one', async () => {
    const page = await reader.filter(instruments, harness.workspaceId, {
      sort: [{ field: 'name' }],
      limit: 1,
    });
    const cursor = page.meta.next_cursor;
    const forged = Buffer.from(JSON.stringify(['v1', 'core.created_at', 'now', 'x'])).toString('base64url');
    for (const body of [
      { after: cursor },
      { after: cursor, sort: [{ field: 'name', direction: 'desc' }] },
      { after: forged, sort: [{ field: 'created_at' }] },
      { after: 'x' },
    ]) {
      await expect(reader.filter(instruments, harness.workspaceId, body as JsonValue)).rejects.toMatchObject({
        code: 'invalid_cursor',
      });
    }
  });

  it('lists one page after the other while records come and go', async () => {
    const writer = new RecordWriter(harness.database, harness.registry, harness.types);
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 100; page++) {
      const { data, meta } = await reader.list(instruments, harness.workspaceId, {
        limit: '7',
        after,
        type_id: 'bare',
      });
      seen.push(...data.map(({ identifier }) => String(identifier)));
      if (meta.next_cursor === null) break;
      after = meta.next_cursor;
      // It sorts before everything: a list by offset would now repeat a record.
      await writer.create(instruments, harness.workspaceId, {
        identifier: `a${page}`,
        name: 'x',
        type_id: 'bare',
      });
    }
    const before = records.filter(
      ({ type_id }) => type_id === types.find(({ identifier }) => identifier === 'bare')?.id,
    );
    expect(seen.sort()).toEqual(idsOf(before));
  });
});
