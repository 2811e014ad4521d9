import { FILE_FORMATS } from '../../../src/formats/format';
import type { Subject } from './subject';
import type { Row } from './write-file';

/** An odd distance, so that two samples differ in every field, the booleans included. */
const OTHERS = 101;

const numbers = (count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, at) => from + at + 1);

/** What the rows of a file do to the records that are there. */
export function rowContract(given: () => Subject): void {
  it.each(FILE_FORMATS)('takes its template file in %s as it is', async (format) => {
    const { app, client, resource } = given();
    const [row = {}] = await given().rows(1);
    const type = resource.customFields ? `&type_id=${row[resource.customFields.typeField]}` : '';
    const template = await app.http
      .get(`/v1/workspaces/${client.workspace}/imports/templates/${resource.name}?format=${format}${type}`)
      .set('Authorization', `Bearer ${app.token}`)
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => done(null, text));
      });
    // The records that the examples of the description name: the template imports where they are
    // there.
    for (const [name, field] of resource.fields) {
      if (field.target !== null && name !== resource.parentKey?.directField)
        await given().parents.provide(resource, name, field.example);
    }
    const job = await given().importFile(template.body as string, format);
    expect(job).toMatchObject({
      status: 'completed',
      row_count: 1,
      created_count: 1,
      ignored_columns: [],
      errors: [],
    });
  });

  it('distinguishes created, updated and unchanged rows', async () => {
    const subject = given();
    const { changeable } = subject;
    const rows = await subject.rows(...numbers(changeable.length + 2));
    expect(await subject.import(rows.slice(1))).toMatchObject({
      status: 'completed',
      created_count: rows.length - 1,
    });
    const others = await subject.rows(...numbers(rows.length, OTHERS));
    const changed = rows.map((row, at) => {
      const column = changeable[at - 1];
      return column === undefined ? row : { ...row, [column]: others[at]?.[column] ?? '' };
    });
    const counts = { created_count: 1, updated_count: changeable.length, unchanged_count: 1 };
    expect(await subject.import(changed)).toMatchObject({ status: 'completed', errors: [], ...counts });
    expect(await subject.import(changed)).toMatchObject({ unchanged_count: rows.length });
  });

  it('leaves alone what a file has no column for', async () => {
    const subject = given();
    const rows = await subject.rows(1, 2, 3, 4);
    await subject.import(rows);
    const before = await subject.snapshot();
    const job = await subject.import(rows.map((row) => subject.keyOf(row)));
    expect(job).toMatchObject({ status: 'completed', unchanged_count: 4, errors: [] });
    expect(await subject.snapshot()).toBe(before);
  });

  it.each(FILE_FORMATS)('clears what is empty in a file of %s, unless it is required', async (format) => {
    const subject = given();
    const { clearable } = subject;
    const must = [...subject.required, ...subject.resource.naturalKey];
    const rows = await subject.rows(...numbers(Math.max(clearable.length, must.length)));
    await subject.import(rows, { format });
    const emptied = (of: readonly Row[], columns: readonly string[]): Row[] =>
      columns.map((column, at) => ({ ...of[at], [column]: '' }));

    // The last rows, for a period without an end overlaps all that follow.
    const cleared = emptied(rows.slice(rows.length - clearable.length), clearable);
    if (cleared.length > 0) {
      const counts = { updated_count: cleared.length, errors: [] };
      expect(await subject.import(cleared, { format })).toMatchObject({ status: 'completed', ...counts });
      expect(await subject.import(cleared, { format })).toMatchObject({ unchanged_count: cleared.length });
    }
    const before = await subject.snapshot();

    const refused = await subject.import(emptied(rows, must), { format, on_error: 'continue' });
    expect(refused.errors).toMatchObject(
      must.map((column, at) => ({ row: at + 1, column, code: 'required' })),
    );
    expect(refused).toMatchObject({ status: 'completed', failed_count: must.length });
    expect(await subject.snapshot()).toBe(before);
  });

  it('restores an archived record that a row names, unless the row archives it', async () => {
    const subject = given();
    const rows = await subject.rows(1, 2);
    await subject.import(rows);
    const { data } = await subject.client.get<{ data: { id: string }[] }>(subject.path);
    for (const { id } of data) await subject.client.request('DELETE', `${subject.path}/${id}`);
    expect(await subject.count()).toBe(0);
    const archived = rows.map((row) => ({ ...subject.keyOf(row), archived_at: '2026-01-31T16:00:00.5Z' }));
    expect(await subject.import(archived)).toMatchObject({ updated_count: 2, errors: [] });
    expect(await subject.import(archived)).toMatchObject({ unchanged_count: 2 });
    expect(await subject.count()).toBe(0);
    expect(await subject.import(rows.slice(0, 1))).toMatchObject({
      updated_count: 1,
      created_count: 0,
      errors: [],
    });
    expect(await subject.count()).toBe(1);
    expect(await subject.import(rows)).toMatchObject({ updated_count: 1, unchanged_count: 1 });
  });

  it('refuses the second row of a natural key, wherever in the file it is', async () => {
    const subject = given();
    const rows = await subject.rows(1, 2, 3, 4, 1);
    const job = await subject.import(rows, { on_error: 'continue' });
    expect(job).toMatchObject({ status: 'completed', created_count: 4, failed_count: 1 });
    expect(job.errors).toMatchObject([{ row: 5, code: 'duplicate_row' }]);
    expect(job.errors[0]?.message).toContain('Row 1 ');
  });
}
