import { FILE_FORMATS, type FileFormat } from '../../../src/formats/format';
import type { Subject } from './subject';
import type { Row } from './write-file';

const ARCHIVED_AT = '2026-01-31T16:00:00.123456Z';

/** What is exported can be imported again, and is the same then. */
export function roundTripContract(given: () => Subject): void {
  /** Four active records, one of them with nothing but what is required, and two archived ones. */
  async function fill(): Promise<void> {
    const subject = given();
    const rows = await subject.rows(1, 2, 3, 4, 5, 6);
    const bare = Object.fromEntries(subject.clearable.map((column) => [column, '']));
    const [last = {}, ...others] = [...rows].reverse();
    const active: Row[] = [...others.slice(2), { ...last, ...bare }];
    const archived = others.slice(0, 2).map((row) => ({ ...row, archived_at: ARCHIVED_AT }));
    expect(await subject.import(active)).toMatchObject({ status: 'completed', created_count: 4, errors: [] });
    expect(await subject.import(archived)).toMatchObject({
      status: 'completed',
      created_count: 2,
      errors: [],
    });
  }

  const again = (file: string, format: FileFormat): ReturnType<Subject['importFile']> =>
    given().importFile(file, format, { on_error: 'continue' });

  it.each(FILE_FORMATS)(
    'exports %s that an empty workspace takes, and exports byte for byte again',
    async (format) => {
      await fill();
      const file = await given().export(format);
      await given().truncate();
      expect(await again(file, format)).toMatchObject({
        created_count: 4,
        row_count: 4,
        ignored_columns: [],
        errors: [],
      });
      expect(await given().export(format)).toBe(file);
      expect(await given().export(format, true)).not.toContain(ARCHIVED_AT);
    },
  );

  it.each(FILE_FORMATS)('takes archived records along in %s where they are asked for', async (format) => {
    await fill();
    const file = await given().export(format, true);
    expect(file.split(ARCHIVED_AT)).toHaveLength(3);
    await given().truncate();
    expect(await again(file, format)).toMatchObject({
      created_count: 6,
      row_count: 6,
      ignored_columns: [],
      errors: [],
    });
    expect(await given().export(format, true)).toBe(file);
    expect(await given().count()).toBe(4);
  });

  it.each(FILE_FORMATS)('finds its own export in %s unchanged', async (format) => {
    await fill();
    const before = await given().snapshot();
    for (const includeArchived of [false, true]) {
      const job = await again(await given().export(format, includeArchived), format);
      expect(job).toMatchObject({ unchanged_count: includeArchived ? 6 : 4, updated_count: 0, errors: [] });
      expect(job.unchanged_count).toBe(job.row_count);
    }
    expect(await given().snapshot()).toBe(before);
  });

  it('filters by every field that it has', async () => {
    await fill();
    const [row = {}] = await given().rows(1);
    for (const [column, text] of Object.entries(row)) {
      const isObject = given().resource.fields.get(column)?.kind.pgType === 'json';
      const condition = isObject
        ? { field: column, op: 'is_null', value: false }
        : { field: column, op: 'eq', value: text };
      const key = Object.entries(given().keyOf(row)).map(([field, value]) => ({ field, op: 'eq', value }));
      expect([column, await given().count({ and: [condition, ...key] })]).toEqual([column, 1]);
    }
  });
}
