import { isMissing } from '../src/catalog/reading/read-value';
import { DEFAULT_LAYOUT } from '../src/formats/file-layout';
import * as fc from 'fast-check';
import { FILE_FORMATS, type FileFormat } from '../src/formats/format';
import { ImportStore } from '../src/imports/import-store';
import { failedRows } from '../src/imports/rejected/failed-rows';
import { readRejected } from '../src/imports/rejected/read-rejected';
import { writeRejected } from '../src/imports/rejected/write-rejected';
import { ExportHarness } from './support/export-harness';
import { ImportHarness } from './support/import-harness';
import { readCsv, writeCsvRecord } from './support/read-csv';
import { writeFile, type Row } from './support/resource-contract/write-file';

jest.setTimeout(300_000);

const two = (number: number): string => String(number).padStart(2, '0');
const four = (number: number): string => String(number).padStart(4, '0');

/** Texts that every format can hold: no NUL, no half of a pair, and not empty, for that is null. */
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 15 })
  .map((value) => value.replaceAll(/\0|\p{Surrogate}/gu, '?'));
const identifierPart = fc.string({ unit: fc.constantFrom(...'abcXYZ019._-/ é😀,"\''), maxLength: 6 });
const number = fc.oneof(
  fc.stringMatching(/^-?(?:0|[1-9][0-9]{0,25})(?:\.[0-9]{1,25})?$/),
  fc.stringMatching(/^-?(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,5})?[eE][+-]?[0-9]{1,2}$/),
);
const date = fc
  .tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${four(year)}-${two(month)}-${two(day)}`);
const timestamp = fc
  .tuple(
    date.filter((day) => day > '0001-01-02' && day < '9999-12-27'),
    fc.nat({ max: 23 }),
    fc.nat({ max: 59 }),
    fc.stringMatching(/^(?:\.[0-9]{1,6})?$/),
    fc.constantFrom('Z', '+10:30', '-05:00'),
  )
  .map(([day, hour, minute, fraction, zone]) => `${day}T${two(hour)}:${two(minute)}:07${fraction}${zone}`);
const boolean = fc.constantFrom('true', 'false', 'TRUE', 'False');
const extras = fc
  .dictionary(
    text.map((key) => `k${key}`),
    fc.oneof(
      text.map((value) => JSON.stringify(value)),
      number,
      fc.constant('[null,{"x":1.10}]'),
    ),
    { maxKeys: 4 },
  )
  .map(
    (members) =>
      `{${Object.entries(members)
        .map(([key, value]) => `${JSON.stringify(key)}:${value}`)
        .join(', ')}}`,
  );

/** A required text: one of blanks does not satisfy it. */
const name = text.filter((one) => !isMissing(one));

const VALUES = { text, number, date, boolean } as const;
type DataType = keyof typeof VALUES;
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | ''> =>
  fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: fc.constant('' as const) });

/** Types of instruments by their custom fields, and records of them. */
interface Workspace {
  readonly types: readonly (readonly [key: string, type: DataType][])[];
  readonly rows: readonly Row[];
}

const workspaces: fc.Arbitrary<Workspace> = fc
  .array(
    fc.uniqueArray(
      fc.tuple(
        fc.stringMatching(/^[a-f][a-z0-9_]{0,3}$/),
        fc.constantFrom<DataType>('text', 'number', 'date', 'boolean'),
      ),
      { selector: ([key]) => key, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((types) => {
    const rows = types.map((fields, type) => {
      const custom = Object.fromEntries(fields.map(([key, kind]) => [`field.${key}`, orNull(VALUES[kind])]));
      const core = { name, extras: orNull(extras), archived_at: orNull(orNull(timestamp)) };
      const record = fc.record({ ...core, ...custom }).map((values) => ({ type_id: `t${type}`, ...values }));
      return fc.array<Record<string, string>>(record, { maxLength: 6 });
    });
    const keys = fc.array(identifierPart, { minLength: 18, maxLength: 18 });
    return fc.tuple(fc.tuple(...rows), keys).map(([lists, parts]) => ({
      types,
      rows: lists
        .flat()
        .map((values, index) => ({ identifier: `i${parts[index] ?? ''}${index}`, ...values })),
    }));
  });

describe('A round trip', () => {
  let harness: ImportHarness;
  let exports: ExportHarness;
  let made = 0;
  beforeAll(async () => {
    harness = await ImportHarness.start({ batchRows: 5, batchBytes: 256 });
    exports = new ExportHarness(harness);
  });
  afterAll(() => harness.stop());

  const newWorkspace = async (types: Workspace['types']): Promise<string> => {
    harness.workspaceId = await harness.addWorkspace(`w${++made}`);
    for (const [index, fields] of types.entries()) {
      await harness.addType(`t${index}`, ...fields.map(([key, type]) => `${key}:${type}`));
    }
    return harness.workspaceId;
  };

  it('of any workspace is the same byte for byte, in every format and from every format', async () => {
    await fc.assert(
      fc.asyncProperty(workspaces, async ({ types, rows }) => {
        const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
        const flat = rows.map((row) =>
          Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])),
        );
        const first = await newWorkspace(types);
        const file = flat.length === 0 ? 'identifier\n' : writeFile('csv', flat);
        const job = await harness.import({ file });
        expect(job).toMatchObject({ status: 'completed', created_count: rows.length });
        const files = new Map<FileFormat, string>();
        for (const format of FILE_FORMATS) {
          files.set(format, await exports.export({ format, includeArchived: true }, first));
        }
        for (const [format, exported] of files) {
          harness.workspaceId = first;
          expect(await harness.import({ file: exported, format })).toMatchObject({
            status: 'completed',
            unchanged_count: rows.length,
          });
          const copy = await newWorkspace(types);
          expect(await harness.import({ file: exported, format })).toMatchObject({
            status: 'completed',
            created_count: rows.length,
          });
          for (const [other, expected] of files) {
            expect(await exports.export({ format: other, includeArchived: true }, copy)).toBe(expected);
          }
          expect(await exports.export({ format }, copy)).toBe(await exports.export({ format }, first));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('of any points is the same, digit for digit and to the microsecond', async () => {
    const point = fc.record({
      instrument_id: fc.constantFrom('a', 'b'),
      type_id: fc.constantFrom('s', 'u'),
      timestamp,
      value: number,
    });
    const points = fc.uniqueArray(point, {
      minLength: 1,
      maxLength: 20,
      selector: (row) => `${row.instrument_id} ${row.type_id} ${Date.parse(row.timestamp)}`,
    });
    const parents = async (): Promise<string> => {
      const id = await newWorkspace([[]]);
      await harness.addSeries('s');
      await harness.addSeries('u');
      await harness.import({ file: 'identifier,name,type_id\na,A,t0\nb,B,t0\n' });
      return id;
    };
    await fc.assert(
      fc.asyncProperty(points, fc.constantFrom(...FILE_FORMATS), async (rows, format) => {
        const resourceType = 'time_series_values';
        const first = await parents();
        const job = await harness.import({
          file: writeFile(format, rows),
          format,
          resourceType,
          onError: 'continue',
        });
        expect(job).toMatchObject({ status: 'completed', created_count: rows.length });
        const exported = await exports.export({ objectType: resourceType, format }, first);
        const copy = await parents();
        await harness.import({ file: exported, format, resourceType });
        expect(await exports.export({ objectType: resourceType, format }, copy)).toBe(exported);
      }),
      { numRuns: 15 },
    );
  });
});

describe('The rejected rows of an import', () => {
  const good: fc.Arbitrary<Row> = fc.record({
    name,
    type_id: fc.constant('t'),
    shares: orNull(number),
    listed: orNull(date),
    active: orNull(boolean),
    note: orNull(text),
    extras: orNull(extras),
  });
  /** What spoils a row: other values in some of its cells. */
  const spoiled: fc.Arbitrary<Row> = fc.constantFrom<Row>(
    { name: '' },
    { type_id: 'nope' },
    { type_id: '' },
    { shares: '1.' },
    { listed: '2026-02-30' },
    { active: 'maybe', shares: 'x' },
    { extras: '{"a":1,"a":1}' },
    { note: 'a\0b' },
    { identifier: ' i' },
  );
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start({ batchRows: 4, batchBytes: 200 });
    await harness.addType('t', 'shares:number', 'listed:date', 'active:boolean', 'note');
  });
  afterAll(() => harness.stop());

  async function rejected(id: string, format: FileFormat): Promise<string> {
    const source = await harness.storage.open(`imports/${id}`);
    const failed = failedRows(new ImportStore(harness.database, harness.registry), harness.workspaceId, id);
    let file = '';
    for await (const part of writeRejected(format, readRejected(source, format, DEFAULT_LAYOUT, 200, failed)))
      file += part;
    return file;
  }

  /**
   * Puts the cells of the right rows in the place of the wrong ones, and leaves the columns of the
   * report as they are.
   */
  function repair(file: string, format: FileFormat, right: readonly Row[]): string {
    const corrected = (row: number): Row => right[row - 1] ?? {};
    if (format === 'csv') {
      const [header = [], ...records] = readCsv(file);
      const number = header.indexOf('_row');
      const cells = records.map((record) =>
        header.map((column, index) => corrected(Number(record[number]))[column] ?? record[index] ?? ''),
      );
      return [header, ...cells].map(writeCsvRecord).join('');
    }
    const records = (
      format === 'json'
        ? JSON.parse(file)
        : file
            .trimEnd()
            .split('\n')
            .map((line): unknown => JSON.parse(line))
    ) as { _row: number }[];
    const lines = records.map((record) => JSON.stringify({ ...record, ...corrected(record._row) }));
    return format === 'json' ? `[${lines.join(',')}]` : lines.join('\n');
  }

  it('make up for it once they are corrected: the table is that of a file without faults', async () => {
    const cases = fc.array(fc.tuple(good, fc.option(spoiled, { freq: 2 })), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(cases, fc.constantFrom(...FILE_FORMATS), async (given, format) => {
        const right = given.map(([row], index): Row => ({ identifier: `i${index}`, ...row }));
        const wrong = right.map((row, index): Row => ({ ...row, ...(given[index]?.[1] ?? {}) }));
        const count = given.filter(([, fault]) => fault !== null).length;
        await harness.database.query('TRUNCATE instruments CASCADE');
        await harness.import({ file: writeFile('csv', right) });
        const expected = await harness.instruments();

        await harness.database.query('TRUNCATE instruments CASCADE');
        const id = await harness.queue({ file: writeFile(format, wrong), format, onError: 'continue' });
        await harness.work(id);
        expect(await harness.job(id)).toMatchObject({ status: 'completed', failed_count: count });
        if (count > 0) {
          const file = repair(await rejected(id, format), format, right);
          const job = await harness.import({ file, format });
          expect(job).toMatchObject({ status: 'completed', created_count: count, ignored_columns: [] });
        }
        expect(await harness.instruments()).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});
