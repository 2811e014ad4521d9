import { randomUUID } from 'node:crypto';
import { ResourceRegistry } from '../../../src/catalog/registry';
import type { ResourceDescription } from '../../../src/catalog/resource';
import { SAMPLE_FIELDS } from './sample-values';
import { Subject } from './subject';
import type { Row } from './write-file';

/** An odd distance, so that two samples differ in every field, the booleans included. */
const OTHERS = 101;
/** NDJSON is read like JSON, record by record. */
const FORMATS = ['csv', 'json'] as const;
const ON_ERROR = ['abort', 'continue'] as const;
/** A boolean identifies two records at most, so it has a test of its own. */
const TELLING_FIELDS = SAMPLE_FIELDS.filter(({ data_type }) => data_type !== 'boolean').map(
  ({ field_key }) => `field.${field_key}`,
);

/**
 * One import by one column: how the rows name their records, and what a row with an unknown name
 * does.
 */
interface Case {
  readonly by: string;
  readonly format: (typeof FORMATS)[number];
  readonly onError: (typeof ON_ERROR)[number];
}

/**
 * By which columns the rows of a file may find their records: each of them is imported in each
 * format and each mode.
 */
export function identifierContract(given: () => Subject, resource: ResourceDescription): void {
  const custom = resource.naturalKey.length === 1 && resource.customFields !== null ? TELLING_FIELDS : [];
  const named = resource.naturalKey.length === 1 ? resource.naturalKey : [];
  const columns = ['', ...named, 'id', ...custom];
  const cases = columns.flatMap((by) =>
    FORMATS.flatMap((format) => ON_ERROR.map((onError) => ({ by, format, onError }))),
  );
  const label = ({ by, format, onError }: Case): string =>
    `by ${by === '' ? 'its natural key' : by}, ${format}, ${onError}`;

  it.each(cases.map((each) => [label(each), each] as const))('matches rows %s', async (_, each) => {
    const subject = given();
    const rows = await withNames(subject, each.by, await filled(subject));
    const [kept = {}, changed = {}, ...rest] = rows;
    const column = columnToChange(subject, each.by);
    const [other = {}] = await subject.rows(2 + OTHERS);
    const file = [kept, { ...changed, [column]: other[column] ?? '' }, ...rest];
    const form = { format: each.format, on_error: each.onError, ...identifiedBy(each.by) };
    const first = { created_count: 0, updated_count: 1, unchanged_count: 3, failed_count: 0 };
    expect(await subject.import(file, form)).toMatchObject({ status: 'completed', errors: [], ...first });
    const again = await subject.import(file, form);
    expect(again).toMatchObject({ status: 'completed', errors: [], unchanged_count: 4 });
    expect(await subject.count()).toBe(4);
  });

  it.each(cases.map((each) => [label(each), each] as const))(
    'meets unknown and wrong names %s',
    async (_, each) => {
      const subject = given();
      const known = await withNames(subject, each.by, await filled(subject));
      const [kept = {}, changed = {}, second = {}] = known;
      const column = columnToChange(subject, each.by);
      const [other = {}, added = {}] = await subject.rows(2 + OTHERS, 5);
      const before = await subject.snapshot();
      const matched = { ...changed, [column]: other[column] ?? '' };
      const unknown = each.by === 'id' ? { id: randomUUID(), ...added } : added;
      const empty = { ...second, [each.by === '' ? (resource.naturalKey[0] ?? '') : each.by]: '' };
      const job = await subject.import([kept, matched, unknown, empty, kept], {
        format: each.format,
        on_error: each.onError,
        ...identifiedBy(each.by),
      });
      const creates = each.by !== 'id';
      const errors = [
        ...(creates ? [] : [{ row: 3, column: 'id', code: 'reference_not_found' }]),
        { row: 4, code: 'required' },
        { row: 5, code: 'duplicate_row' },
      ];
      expect(job.errors).toMatchObject(errors);
      if (each.onError === 'abort') {
        expect(job).toMatchObject({ status: 'failed', created_count: 0, updated_count: 0 });
        expect(await subject.snapshot()).toBe(before);
        return;
      }
      const counts = { created_count: creates ? 1 : 0, updated_count: 1, unchanged_count: 1 };
      expect(job).toMatchObject({ status: 'completed', failed_count: errors.length, ...counts });
      expect(await subject.count()).toBe(creates ? 5 : 4);
    },
  );

  it.each(FORMATS)('takes an id and one changed field in %s, and nothing else', async (format) => {
    const subject = given();
    const rows = await filled(subject);
    const ids = await idsOf(subject, rows);
    for (const [at, column] of subject.changeable.entries()) {
      const [other = {}] = await subject.rows(at + 1 + OTHERS);
      const file = [{ id: ids[at % ids.length] ?? '', [column]: other[column] ?? '' }];
      const job = await subject.import(file, { format, identifier_column: 'id' });
      expect([column, job]).toMatchObject([column, { status: 'completed', updated_count: 1, errors: [] }]);
    }
    expect(
      await idsOf(
        subject,
        rows.map((row) => subject.keyOf(row)),
      ),
    ).toEqual(ids);
  });

  it('restores an archived record by its id, in any case of letters', async () => {
    const subject = given();
    const [id = ''] = await idsOf(subject, await filled(subject));
    await subject.client.request('DELETE', `${subject.path}/${id}`);
    expect(await subject.count()).toBe(3);
    const file = [{ id: id.toUpperCase() }];
    const job = await subject.import(file, { identifier_column: 'id' });
    expect(job).toMatchObject({ status: 'completed', updated_count: 1, errors: [] });
    expect(await subject.count()).toBe(4);
  });

  it('refuses ids that name no record of the workspace', async () => {
    const subject = given();
    const [id = ''] = await idsOf(subject, await filled(subject));
    const other = await Subject.create(subject.app, resource);
    const [foreign = ''] = await idsOf(other, await filled(other));
    const [parent = ''] = await parentIds(subject);
    const nearby = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
    const extremes = ['0', 'f'].map((digit) => id.replace(/[0-9a-f]/g, digit));
    const unknown = [
      foreign,
      nearby,
      randomUUID(),
      ...extremes,
      'no-uuid',
      ...(parent === '' ? [] : [parent]),
    ];
    const before = await subject.snapshot();
    for (const onError of ON_ERROR) {
      const form = { identifier_column: 'id', on_error: onError };
      const job = await subject.import(
        unknown.map((text) => ({ id: text })),
        form,
      );
      const code = 'reference_not_found';
      expect(job.errors).toMatchObject(
        unknown.map((value, at) => ({ row: at + 1, column: 'id', code, value })),
      );
      expect(job.failed_count).toBe(unknown.length);
      expect(job.status).toBe(onError === 'abort' ? 'failed' : 'completed');
    }
    expect(await subject.snapshot()).toBe(before);
  });

  it('keeps what never changes of a record that is found by its id', async () => {
    const subject = given();
    const rows = await filled(subject);
    const [id = ''] = await idsOf(subject, rows);
    const immutable = resource.naturalKey.filter((name) => resource.fields.get(name)?.immutable);
    const [others = {}] = await subject.rows(9);
    for (const name of immutable) {
      // A part of a pair says nothing alone.
      const given = resource.parentKey?.fields.includes(name) ? resource.parentKey.fields : [name];
      const row = Object.fromEntries(given.map((each) => [each, others[each] ?? '']));
      if (given.every((each) => row[each] === rows[0]?.[each])) continue;
      const job = await subject.import([{ id, ...row }], { identifier_column: 'id' });
      expect([name, job.status, job.errors[0]?.code]).toEqual([name, 'failed', 'conflict']);
    }
  });

  if (custom.length > 0)
    it('matches by a boolean, and refuses it where two records share it', async () => {
      const subject = given();
      const rows = await subject.rows(1, 2, 3);
      await subject.import(rows);
      const named = rows.map((row) => ({ 'field.is_liquid': row['field.is_liquid'] ?? '' }));
      const changed = [
        { ...named[1], name: 'Found by a boolean' },
        { ...named[0], name: 'Two are found' },
      ];
      const form = { identifier_column: 'field.is_liquid', on_error: 'continue' } as const;
      const job = await subject.import(changed, form);
      expect(job).toMatchObject({ status: 'completed', updated_count: 1, failed_count: 1 });
      expect(job.errors).toMatchObject([{ row: 2, code: 'conflict' }]);
    });

  const refused = [
    ...(resource.naturalKey.length > 1 ? resource.naturalKey : []),
    ...(custom.length === 0 && resource.customFields ? TELLING_FIELDS : []),
    'created_at',
  ];
  it.each(refused)('says by what rows can be matched, which is not %s', async (column) => {
    const subject = given();
    const rows = await subject.rows(1);
    await expect(subject.import(rows, { identifier_column: column })).rejects.toThrow(
      /422 .*invalid_identifier_column|422 .*cannot identify/,
    );
  });
}

/** Imports four sample records. */
async function filled(subject: Subject): Promise<Row[]> {
  const rows = await subject.rows(1, 2, 3, 4);
  expect(await subject.import(rows)).toMatchObject({ created_count: 4, errors: [] });
  return rows;
}

const identifiedBy = (by: string): { identifier_column?: string } =>
  by === '' ? {} : { identifier_column: by };

/** The rows, with the id of their records in front when they are matched by it. */
async function withNames(subject: Subject, by: string, rows: readonly Row[]): Promise<Row[]> {
  if (by !== 'id') return [...rows];
  const ids = await idsOf(subject, rows);
  return rows.map((row, at) => ({ id: ids[at] ?? '', ...row }));
}

/** The ids of the records of these rows, found by their natural key. */
function idsOf(subject: Subject, rows: readonly Row[]): Promise<string[]> {
  return Promise.all(
    rows.map(async (row) => {
      const key = Object.entries(subject.keyOf(row)).map(([field, value]) => ({ field, op: 'eq', value }));
      const { data } = await subject.client.post<{ data: { id: string }[] }>(`${subject.path}/filter`, {
        filter: { and: key },
      });
      return data[0]?.id ?? '';
    }),
  );
}

/** Ids of records of another resource of the same workspace. */
async function parentIds(subject: Subject): Promise<string[]> {
  const registry = subject.app.app.get(ResourceRegistry);
  const [target] = [...subject.resource.fields.values()].flatMap(({ target: name }) => name ?? []);
  if (target === undefined) return [];
  const path = `/${registry.get(target).name.replaceAll('_', '-')}`;
  const { data } = await subject.client.get<{ data: { id: string }[] }>(path);
  return data.map(({ id }) => id);
}

/** A column that a row may change while it is matched by `by`. */
function columnToChange(subject: Subject, by: string): string {
  const column = subject.changeable.find((name) => name !== by && name !== `field.${by}`);
  if (column === undefined) throw new Error(`${subject.resource.name} has nothing that a row may change.`);
  return column;
}
