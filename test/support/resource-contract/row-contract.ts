import { FILE_FORMATS } from '../../../src/formats/format';
import type { Subject } from './subject';

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
    // The records that the examples of the description name: the template imports where they are there.
    for (const [name, field] of resource.fields) {
      if (field.target !== null && name !== resource.through?.as)
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

  it('tells created, updated and unchanged rows apart', async () => {
    const subject = given();
    const [first = {}, second = {}] = await subject.rows(1, 2);
    expect(await subject.import([first])).toMatchObject({ status: 'completed', created_count: 1 });
    const again = await subject.import([first, second]);
    expect(again).toMatchObject({
      status: 'completed',
      created_count: 1,
      unchanged_count: 1,
      updated_count: 0,
    });
    const [other = {}] = await subject.rows(7);
    for (const column of subject.changeable) {
      const changed = { ...subject.keyOf(first), [column]: other[column] ?? '' };
      expect([column, await subject.import([changed])]).toMatchObject([
        column,
        { updated_count: 1, errors: [] },
      ]);
      expect([column, await subject.import([changed])]).toMatchObject([column, { unchanged_count: 1 }]);
    }
  });

  it('leaves alone what a file has no column for', async () => {
    const subject = given();
    const rows = await subject.rows(1, 2, 3, 4);
    await subject.import(rows);
    const before = await subject.exportAll();
    const job = await subject.import(rows.map((row) => subject.keyOf(row)));
    expect(job).toMatchObject({ status: 'completed', unchanged_count: 4, errors: [] });
    expect(await subject.exportAll()).toEqual(before);
  });

  it.each(FILE_FORMATS)('clears what is empty in a file of %s, unless it is required', async (format) => {
    const subject = given();
    const [row = {}] = await subject.rows(1);
    await subject.import([row]);
    for (const column of subject.clearable) {
      const cleared = { ...subject.keyOf(row), [column]: '' };
      expect([column, await subject.import([cleared], { format })]).toMatchObject([
        column,
        { updated_count: 1, errors: [] },
      ]);
      const full = await subject.import([{ ...row, [column]: '' }], { format });
      expect([column, full]).toMatchObject([column, { unchanged_count: 1, errors: [] }]);
      expect(await subject.import([row])).toMatchObject({ updated_count: 1 });
    }
    for (const column of [...subject.required, ...subject.resource.naturalKey]) {
      const job = await subject.import([{ ...row, [column]: '' }], { format });
      expect(job).toMatchObject({ status: 'failed', failed_count: 1 });
      expect(job.errors).toMatchObject([{ row: 1, column, code: 'required' }]);
    }
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

  it('refuses the second row of a natural key, wherever in the file it stands', async () => {
    const subject = given();
    const rows = await subject.rows(1, 2, 3, 4, 1);
    const job = await subject.import(rows, { on_error: 'continue' });
    expect(job).toMatchObject({ status: 'completed', created_count: 4, failed_count: 1 });
    expect(job.errors).toMatchObject([{ row: 5, code: 'duplicate_row' }]);
    expect(job.errors[0]?.message).toContain('Row 1 ');
  });
}
