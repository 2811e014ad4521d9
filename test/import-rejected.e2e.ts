import { ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

const CONTINUE = { resource_type: 'instruments', on_error: 'continue' };

describe('the rejected rows of an import', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({ BATCH_ROWS: '3', BATCH_BYTES: '64' });
    imports = new ImportsClient(app);
    await imports.addType('equity', [{ field_key: 'isin' }]);
  });
  afterEach(() => app.database.query('DELETE FROM instruments'));
  afterAll(() => app.stop());

  const rejected = (id: string) => imports.download(`/${id}/rejected-rows`);

  it('come in CSV with the file’s own columns, quotes and all, and import when they were corrected', async () => {
    const file =
      'Extra,identifier,name,type_id,isin\r\n' +
      'x,a,A,equity,1\r\n' +
      '"say ""hi"", there",b,,equity,2\r\n' +
      'z,c,"line\r\nbreak",nope,3\r\n' +
      '\r\n' +
      ',,,,\r\n' +
      'only,two\r\n' +
      'u,d,D,equity,"4\r\n' +
      '5"\r\n' +
      'v,a,Again,equity,6\r\n';
    const job = await imports.import(file, CONTINUE);
    expect(job).toMatchObject({
      status: 'completed',
      row_count: 7,
      created_count: 2,
      failed_count: 4,
      skipped_count: 1,
    });
    const { status, text, headers } = await rejected(job.id);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="rejected-${job.id}.csv"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const lines = text.split('\n');
    expect(lines[0]).toBe('Extra,identifier,name,type_id,isin,_row,_line,_errors,_raw');
    expect(lines[1]).toMatch(/^"say ""hi"", there",b,,equity,2,2,3,name: required: .+,$/);
    expect(text).toMatch(/z,c,"line\r\nbreak",nope,3,3,4,"?type_id: reference_not_found: /);
    expect(text).toMatch(/\n,,,,,5,8,"column_count: .*","only,two"\n/);
    expect(text).toMatch(/\nv,a,Again,equity,6,7,\d+,"duplicate_row: .+",\n$/);
    const corrected = text
      .replace('there",b,,', 'there",b,B,')
      .replace(',nope,', ',equity,')
      .replace('\nv,a,', '\nv,e,')
      .replace(/\n,,,,,5,.*\n/, '\n');
    const again = await imports.import(corrected, CONTINUE);
    expect(again).toMatchObject({
      status: 'completed',
      created_count: 3,
      failed_count: 0,
      ignored_columns: ['Extra'],
    });
    expect((await imports.instruments()).map(({ identifier, name }) => [identifier, name])).toEqual([
      ['a', 'A'],
      ['b', 'B'],
      ['c', 'line\r\nbreak'],
      ['d', 'D'],
      ['e', 'Again'],
    ]);
  });

  it('of a wide file have each of its rows once, with all its errors', async () => {
    const job = await imports.import('Notes,n1,n2\nx,,\ny,A,\n', {
      ...CONTINUE,
      defaults: '{"type_id":"equity"}',
      unpivot: '{"columns":["n1","n2"],"name_to":"identifier","value_to":"name","skip_null":false}',
    });
    expect(job).toMatchObject({ status: 'completed', row_count: 4, created_count: 1, failed_count: 3 });
    const lines = (await rejected(job.id)).text.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('Notes,n1,n2,_row,_line,_errors,_raw');
    expect(lines[1]).toMatch(/^x,,,1,2,"n1: required: .+ \| n2: required: .+",$/);
    expect(lines[2]).toMatch(/^y,A,,2,3,n2: required: .+,$/);
  });

  it('come again with one set of report columns when the corrected file still has errors', async () => {
    const first = await imports.import('identifier,name,type_id\na,,equity\n', CONTINUE);
    const second = await imports.import((await rejected(first.id)).text, CONTINUE);
    expect(second.failed_count).toBe(1);
    expect((await rejected(second.id)).text.split('\n')[0]).toBe(
      'identifier,name,type_id,_row,_line,_errors,_raw',
    );
  });

  const records = [
    { identifier: 'a', name: 'A', type_id: 'equity', field_values: { isin: '1' } },
    { identifier: 'b', type_id: 'equity', field_values: { isin: '2' }, note: { deep: [1, null] } },
    { identifier: 'c', name: 'C', type_id: 'equity', field_values: { isin: '3' } },
    { identifier: 'd', name: 'D', type_id: 'nope', extras: { n: 1 } },
  ];
  const exact = (text: string): string => text.replace('{"n":1}', '{"n":1.10}');

  it.each([
    ['json', 'application/json', exact(`[${records.map((record) => JSON.stringify(record)).join(',\n')}]`)],
    [
      'ndjson',
      'application/x-ndjson',
      exact(records.map((record) => `${JSON.stringify(record)}\n`).join('')),
    ],
  ])(
    'come in %s with the file’s own keys, and import when they were corrected',
    async (format, type, file) => {
      const job = await imports.import(file, CONTINUE, `file.${format}`);
      expect(job).toMatchObject({ row_count: 4, created_count: 2, failed_count: 2 });
      const { text, headers } = await rejected(job.id);
      expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
      const found =
        format === 'json'
          ? JSON.parse(text)
          : text
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line));
      expect(found).toEqual([
        {
          ...records[1],
          _row: 2,
          _line: format === 'json' ? expect.anything() : 2,
          _errors: [{ column: 'name', code: 'required', message: expect.any(String) }],
        },
        {
          ...records[3],
          extras: { n: 1.1 },
          _row: 4,
          _line: format === 'json' ? expect.anything() : 4,
          _errors: [{ column: 'type_id', code: 'reference_not_found', message: expect.any(String) }],
        },
      ]);
      expect(text).toContain('{"n":1.10}');
      const corrected = text
        .replace('"identifier":"b"', '"identifier":"b","name":"B"')
        .replace('nope', 'equity');
      const again = await imports.import(corrected, CONTINUE, `file.${format}`);
      expect(again).toMatchObject({
        status: 'completed',
        created_count: 2,
        failed_count: 0,
        ignored_columns: ['note'],
      });
    },
  );

  it('hold what is no object verbatim in _raw', async () => {
    const lines = [
      '{"identifier":"a","name":"A","type_id":"equity"}',
      '{"identifier":"b",',
      '17',
      '{"a":1,"a":2}',
    ];
    const job = await imports.import(`${lines.join('\n')}\n`, CONTINUE, 'file.ndjson');
    expect(job).toMatchObject({ status: 'completed', row_count: 4, failed_count: 3 });
    const found = (await rejected(job.id)).text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found.map(({ _row, _raw }) => [_row, _raw])).toEqual([
      [2, '{"identifier":"b",'],
      [3, '17'],
      [4, '{"a":1,"a":2}'],
    ]);
  });

  it('are those before the break when the file itself is broken in the middle', async () => {
    const file =
      '[{"identifier":"a","type_id":"equity"},{"identifier":"b","name":"B","type_id":"equity"},{"identifier"';
    const job = await imports.import(file, CONTINUE, 'file.json');
    expect(job).toMatchObject({
      status: 'failed',
      row_count: null,
      created_count: 1,
      failed_count: 1,
      processed_count: 2,
    });
    expect(job.errors.at(-1)).toMatchObject({ row: null, code: 'json_syntax' });
    expect(JSON.parse((await rejected(job.id)).text)).toMatchObject([{ identifier: 'a', _row: 1 }]);
  });

  it('are a header and nothing else when there are none', async () => {
    const job = await imports.import('identifier,name,type_id\na,A,equity\n', CONTINUE);
    expect((await rejected(job.id)).text).toBe('identifier,name,type_id,_row,_line,_errors,_raw\n');
    const json = await imports.import('[]', CONTINUE, 'file.json');
    expect(JSON.parse((await rejected(json.id)).text)).toEqual([]);
  });

  it('are 409 under abort, for the original is to be corrected, and 410 when the upload was removed', async () => {
    const job = await imports.import('identifier,name,type_id\na,,equity\n');
    const { status, text } = await rejected(job.id);
    expect([status, JSON.parse(text).code]).toEqual([409, 'conflict']);
    expect(JSON.parse(text).detail).toMatch(/correct the original file/);
    const kept = await imports.import('identifier,name,type_id\na,,equity\n', CONTINUE);
    await app.database.query('UPDATE import_jobs SET blob_removed_at = now() WHERE id = $1', [kept.id]);
    expect((await rejected(kept.id)).status).toBe(410);
  });
});
