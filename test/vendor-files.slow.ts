import { readCsv } from './support/read-csv';
import { describeRealData } from './support/real-data';
import { InspectedImport, type References } from './support/inspected-import';
import { startTestApp, type TestApp } from './support/test-app';
import { NO_IMPORTS, VENDOR_FILES } from './support/vendor-files';
import type { Expected } from './support/vendor-files/vendor-file';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(600_000);

/** What the records refer to. */
function referencesOf(type: string, records: readonly Expected[]): References {
  const all = (field: string): string[] =>
    [...new Set(records.map((record) => record[field] ?? ''))].filter((text) => text !== '');
  const pairs = new Map(
    records.map(({ instrument_id = '', market_id = '' }) => [
      `${instrument_id}\u0001${market_id}`,
      [instrument_id, market_id] as const,
    ]),
  );
  return {
    instruments: all('instrument_id'),
    markets: all('market_id'),
    series: all('type_id'),
    pairs: type === 'market_listing_suspensions' ? [...pairs.values()] : [],
  };
}

/** Records as sorted lines of these fields. */
const linesOf = (records: readonly Expected[], fields: readonly string[]): string[] =>
  records.map((record) => fields.map((field) => record[field] ?? 'none').join('\u0001')).sort();

/** Columns of an export that no file has: they are compared by the round trip. */
const OURS = ['type_id', 'extras'];

describeRealData('Real files, as they are', (read) => {
  let app: TestApp;
  beforeAll(async () => (app = await startTestApp()));
  afterAll(() => app.stop());

  it.each(VENDOR_FILES)('$file', async (one) => {
    const { file, type, given = {}, also = {}, asks = [], refused = [], skipped = 0 } = one;
    const bytes = read(file);
    const name = file.split('/').at(-1) ?? file;
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40);
    const expected = one.expected(bytes.toString());
    const references = referencesOf(type, expected);
    const load = await InspectedImport.open(app, slug, bytes, name);
    if (one.before) await load.client.post(one.before.path, one.before.body);

    // By hand is only what the inspection asks.
    const asked = await load.inspect();
    expect(asked.questions.map(({ code }) => code)).toEqual(asks);
    const inspection = await load.inspect(given);
    expect(inspection).toMatchObject({ resource_type: type, questions: [] });
    await load.prepare(inspection, references);
    const { problems } = await load.inspect(given);
    const failures = refused.map(({ code, rows }) => ({ code, count: rows }));
    expect(problems.map(({ code }) => code)).toEqual(one.issues ?? failures.map(({ code }) => code));

    const job = await load.import(inspection, also);
    expect(job).toMatchObject({ status: 'completed', created_count: one.rows });
    expect(job.error_summary.map(({ code, count }) => ({ code, count }))).toEqual(failures);
    expect(job.skipped_count).toBe(skipped);
    const again = await load.import(inspection, also);
    expect(again).toMatchObject({ unchanged_count: one.rows, created_count: 0, updated_count: 0 });

    const out = await load.client.export({ object_type: type, format: 'csv' });
    const [header = [], ...rows] = readCsv(out.file.toString().replaceAll('\r\n', '\n'));
    const stored = rows.map((row) =>
      Object.fromEntries(row.map((cell, index) => [header[index] ?? '', cell])),
    );
    const fields = Object.keys(expected[0] ?? {});
    expect([...header].filter((column) => !OURS.includes(column) || fields.includes(column)).sort()).toEqual(
      [...fields].sort(),
    );
    expect(linesOf(stored, fields)).toEqual(linesOf(expected, fields));

    // What export writes, import takes, in another workspace too.
    const copy = await InspectedImport.open(app, `${slug}-2`, out.file, 'export.csv');
    if (one.before) await copy.client.post(one.before.path, one.before.body);
    await copy.prepare(inspection, references);
    const taken = await copy.client.import({ file: out.file, resource_type: type });
    expect(taken).toMatchObject({ status: 'completed', created_count: one.rows, error_count: 0 });
    const second = await copy.client.export({ object_type: type, format: 'csv' });
    expect(second.file.equals(out.file)).toBe(true);
  });

  it.each(NO_IMPORTS)('$file is of a resource that no import takes', async ({ file, form, code }) => {
    const client = new WorkspaceClient(app, app.token, app.workspace);
    const answer = client.queue({ file: read(file), name: 'file.csv', ...form });
    await expect(answer).rejects.toThrow(new RegExp(`422 .*"${code}"`));
  });
});
