import { randomUUID } from 'node:crypto';
import { bearer, ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const HEADER = 'identifier,name,type_id,isin\n';
const CONTINUE = { resource_type: 'instruments', on_error: 'continue' };
const rowsOf = (count: number, prefix = 'i'): string =>
  HEADER + Array.from({ length: count }, (_, n) => `${prefix}${n},Name ${n},equity,US${n}\n`).join('');

describe('an import', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({ LEASE_MS: '1000', LEASE_RENEW_MS: '300', RECONCILE_MS: '300' });
    imports = new ImportsClient(app);
    await imports.addType('equity', [{ field_key: 'isin' }]);
  });
  afterEach(() => app.database.query('DELETE FROM instruments'));
  afterAll(() => app.stop());

  it('is answered 202 as queued, with its place and the whole job, and completes', async () => {
    const { status, body, headers } = await imports.post(rowsOf(3));
    expect(status).toBe(202);
    expect(headers.location).toBe(`${imports.path}/${String(body.id)}`);
    const [robot] = await app.database.query<{ id: string }>('SELECT id FROM robots LIMIT 1');
    expect(body).toEqual({
      id: expect.stringMatching(UUID),
      status: 'queued',
      resource_type: 'instruments',
      format: 'csv',
      on_error: 'abort',
      identifier_column: 'identifier',
      dry_run: false,
      spreadsheet_safe: false,
      mapping: {},
      defaults: {},
      csv_options: { delimiter: ',', quote: '"', escape: 'double', encoding: 'utf-8' },
      json_options: {},
      field_options: {},
      match: {},
      unpivot: null,
      on_duplicate: 'error',
      unknown_columns: 'ignore',
      archived: 'restore',
      max_errors: null,
      warnings_as_errors: false,
      expect_columns: null,
      compression: null,
      member: null,
      profile: null,
      file_name: 'file.csv',
      file_size: rowsOf(3).length,
      file_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      row_count: null,
      processed_count: 0,
      created_count: 0,
      updated_count: 0,
      unchanged_count: 0,
      failed_count: 0,
      skipped_count: 0,
      restored_count: 0,
      unprocessed_count: null,
      progress: null,
      errors: [],
      error_count: 0,
      error_summary: [],
      warning_count: 0,
      warnings: [],
      ignored_columns: [],
      created_by: robot?.id,
      created_at: expect.stringMatching(INSTANT),
      started_at: null,
      finished_at: null,
    });
    const { location } = headers;
    expect((await app.http.get(String(location)).set(bearer(app.token))).status).toBe(200);
    expect(await imports.finished(body.id)).toEqual({
      ...body,
      status: 'completed',
      row_count: 3,
      processed_count: 3,
      created_count: 3,
      unprocessed_count: 0,
      progress: 100,
      started_at: expect.stringMatching(INSTANT),
      finished_at: expect.stringMatching(INSTANT),
    });
    expect((await imports.instruments()).map(({ identifier }) => identifier)).toEqual(['i0', 'i1', 'i2']);
  });

  it('is answered as queued however fast the worker is', async () => {
    for (let n = 0; n < 20; n++) expect((await imports.queue(rowsOf(1))).status).toBe('queued');
  });

  it('creates, updates and leaves unchanged, and counts each', async () => {
    await imports.import(rowsOf(4));
    const changed = `${HEADER}i0,Name 0,equity,US0\ni1,New,equity,US1\ni2,Name 2,equity,\ni9,Nine,equity,\n`;
    expect(await imports.import(changed)).toMatchObject({
      status: 'completed',
      row_count: 4,
      created_count: 1,
      updated_count: 2,
      unchanged_count: 1,
    });
  });

  it('takes JSON and NDJSON, with the format known by name, first byte or field', async () => {
    const json =
      '[{"identifier":"j","name":"J","type_id":"equity","field_values":{"isin":"X"},"extras":{"n":1.10}}]';
    const line = '{"identifier":"n","name":"N","type_id":"equity","isin":"Y"}\n';
    expect((await imports.import(json, undefined, 'a.json')).format).toBe('json');
    expect((await imports.import(json, undefined, 'upload')).format).toBe('json');
    expect((await imports.import(line, undefined, 'a.ndjson')).format).toBe('ndjson');
    const job = await imports.import(line, { resource_type: 'instruments', format: 'ndjson' }, 'a.json');
    expect(job).toMatchObject({ format: 'ndjson', status: 'completed', unchanged_count: 1 });
    expect(await imports.instruments()).toMatchObject([
      { identifier: 'j', field_values: { isin: 'X' } },
      { identifier: 'n', field_values: { isin: 'Y' } },
    ]);
  });

  it('loads a vendor’s file unedited through mapping and defaults, and lists what it ignored', async () => {
    const job = await imports.import('Symbol,Security,Founded\nMMM,3M,1902\n', {
      resource_type: 'instruments',
      mapping: '{"Symbol":"identifier","Security":"name"}',
      defaults: '{"type_id":"equity"}',
    });
    expect(job).toMatchObject({
      status: 'completed',
      created_count: 1,
      ignored_columns: ['Founded'],
      mapping: { Symbol: 'identifier', Security: 'name' },
      defaults: { type_id: 'equity' },
    });
  });

  it('writes nothing of a dry run, and reports what a real one would', async () => {
    await imports.import(rowsOf(2));
    const file = `${HEADER}i0,Name 0,equity,US0\ni1,New,equity,\nnew,New,equity,\nbad,,equity,\n`;
    for (const on_error of ['continue', 'abort']) {
      const fields = { resource_type: 'instruments', on_error };
      const before = await imports.instruments();
      const dry = await imports.import(file, { ...fields, dry_run: 'true' });
      expect(await imports.instruments()).toEqual(before);
      expect(dry.dry_run).toBe(true);
      const real = await imports.import(file, fields);
      const same = ({
        status,
        row_count,
        created_count,
        updated_count,
        unchanged_count,
        failed_count,
        errors,
      }: typeof dry) => ({
        status,
        row_count,
        created_count,
        updated_count,
        unchanged_count,
        failed_count,
        errors,
      });
      expect(same(dry)).toEqual(same(real));
      await app.database.query('DELETE FROM instruments');
      await imports.import(rowsOf(2));
    }
  });

  it('writes nothing under abort when one row is bad', async () => {
    const job = await imports.import(`${rowsOf(50)}bad,,equity,\nworse,W,nope,\n`);
    expect(job).toMatchObject({
      status: 'failed',
      row_count: 52,
      created_count: 0,
      failed_count: 2,
      unprocessed_count: 50,
    });
    expect(job.errors.map(({ row, code }) => [row, code])).toEqual([
      [51, 'required'],
      [52, 'reference_not_found'],
    ]);
    expect(await imports.count('instruments')).toBe(0);
  });

  it('removes the formula-injection escaping when asked to', async () => {
    const file = `${HEADER}a,'=1+1,equity,'@x\nb,''quoted,equity,-1.5\n`;
    await imports.import(file, { ...CONTINUE, spreadsheet_safe: 'true' });
    expect(await imports.instruments()).toMatchObject([
      { name: '=1+1', field_values: { isin: '@x' } },
      { name: expect.stringMatching(/^'+quoted$/), field_values: { isin: '-1.5' } },
    ]);
    await imports.import(file, CONTINUE);
    expect(await imports.instruments()).toMatchObject([{ name: "'=1+1" }, { name: "''quoted" }]);
  });

  it('is found by nobody of another workspace, and 404 is the same for what does not exist', async () => {
    const { id } = await imports.queue(rowsOf(1));
    await app.http.post('/v1/workspaces').set(bearer(app.token)).send({ slug: 'other', name: 'Other' });
    for (const path of ['', '/errors', '/rejected-rows', '/events']) {
      for (const [workspace, job] of [
        ['other', id],
        [app.workspace, randomUUID()],
        [app.workspace, 'nope'],
      ]) {
        const answer = await app.http
          .get(`/v1/workspaces/${workspace}/imports/${job}${path}`)
          .set(bearer(app.token));
        expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
      }
    }
    await app.http.post(`/v1/workspaces/other/imports/${id}/cancel`).set(bearer(app.token)).expect(404);
    await imports.finished(id);
  });
});
