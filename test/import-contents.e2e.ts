import { gzipSync } from 'node:zlib';
import { pack } from '../src/formats/pack/pack';
import type { Compression } from '../src/formats/compression';
import { ImportsClient, type FormFields } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';
import { zipOf } from './support/zip-of';

jest.setTimeout(120_000);

const INSTRUMENTS: FormFields = { resource_type: 'instruments' };
const CSV = 'identifier,name,type_id\na,Société €,equity\nb,B,equity\n';

async function packed(text: string, compression: Compression): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  async function* source(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(text);
  }
  for await (const part of pack(source(), compression, 'file.csv')) parts.push(part);
  return Buffer.concat(parts);
}

describe('an import reads the content of its file', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp();
    imports = new ImportsClient(app);
    await imports.addType('equity', [{ field_key: 'isin' }]);
  });
  afterEach(() => app.database.query('DELETE FROM instruments'));
  afterAll(() => app.stop());

  const refused = async (file: string | Buffer, fields: FormFields, name = 'file.csv') => {
    const { status, body } = await imports.post(file, fields, { name });
    expect(status).toBe(422);
    return {
      code: String(body.code),
      pointer: body.errors[0].pointer,
      inner: body.errors[0].code,
      detail: String(body.detail),
    };
  };

  it.each(['gzip', 'zip', 'zstd'] as const)('compressed with %s, small and large', async (compression) => {
    const name = `file.csv${{ gzip: '.gz', zip: '.zip', zstd: '.zst' }[compression]}`;
    const job = await imports.import(await packed(CSV, compression), INSTRUMENTS, name);
    expect(job).toMatchObject({ status: 'completed', format: 'csv', created_count: 2, compression });
    expect((await imports.instruments()).map((one) => one.name)).toEqual(['Société €', 'B']);
    const many = `identifier,name,type_id\n${Array.from({ length: 20_000 }, (_, row) => `i${row * 7_919},N${row},equity\n`).join('')}`;
    expect(await imports.import(await packed(many, compression), INSTRUMENTS, name)).toMatchObject({
      status: 'completed',
      row_count: 20_000,
      created_count: 20_000,
      progress: 100,
    });
  });

  it('of which only the first part can be unpacked: the rows before are reported, and nothing crashes', async () => {
    const many = `identifier,name,type_id\n${Array.from({ length: 40_000 }, (_, row) => `i${row * 7_919},N${row},equity\n`).join('')}`;
    for (const compression of ['gzip', 'zstd'] as const) {
      const file = await packed(many, compression);
      const cut = file.subarray(0, file.length - 20);
      const job = await imports.import(cut, { ...INSTRUMENTS, on_error: 'continue' }, 'file');
      expect(job.status).toBe('failed');
      expect(job.errors[0]).toMatchObject({ row: null, code: 'compression_damaged' });
    }
  });

  it('inside a zip archive: `member` chooses one of several files', async () => {
    const archive = zipOf({ 'readme.txt': 'hello', '../x.csv': CSV });
    expect(await refused(archive, INSTRUMENTS, 'a.zip')).toMatchObject({
      code: 'unsupported_file_format',
      inner: 'archive_members',
      detail: expect.stringContaining('"readme.txt", "../x.csv"'),
    });
    const job = await imports.import(archive, { ...INSTRUMENTS, member: '../x.csv' }, 'a.zip');
    expect(job).toMatchObject({ status: 'completed', created_count: 2, member: '../x.csv' });
  });

  it('but not one that is damaged, encrypted or a bomb', async () => {
    const bomb = gzipSync(
      Buffer.concat([Buffer.from('identifier,name,type_id\n'), Buffer.alloc(60_000_000, '\n')]),
    );
    const job = await imports.import(bomb, INSTRUMENTS, 'a.csv.gz');
    expect(job).toMatchObject({ status: 'failed', errors: [{ code: 'unpacked_too_large' }] });
    expect(await refused(gzipSync(CSV).subarray(0, 30), INSTRUMENTS)).toMatchObject({
      inner: 'compression_damaged',
    });
    expect(await refused(zipOf({ 'a.csv': CSV }, { flags: 1 }), INSTRUMENTS)).toMatchObject({
      inner: 'compression_unsupported',
    });
    expect(await refused(gzipSync(gzipSync(CSV)), INSTRUMENTS)).toMatchObject({
      inner: 'unsupported_file_format',
    });
  });

  it('that is no archive, where a profile names a member of one', async () => {
    const job = await imports.import(CSV, { ...INSTRUMENTS, member: 'a.csv' });
    expect(job).toMatchObject({ status: 'completed', created_count: 2, member: null, compression: null });
  });

  it('whose rejected rows are served uncompressed in its encoding', async () => {
    const file = Buffer.from(CSV.replace('B,equity', 'É,nope'), 'utf16le');
    const fields = { ...INSTRUMENTS, on_error: 'continue', csv_options: '{"encoding":"utf-16le"}' };
    const job = await imports.import(gzipSync(file), fields, 'file.csv.gz');
    expect(job).toMatchObject({ status: 'completed', created_count: 1, failed_count: 1 });
    const { status, text, headers } = await imports.download(`/${job.id}/rejected-rows`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-16le');
    expect(text.replaceAll('\0', '')).toMatch(/\nb,.,nope,2,3,/);
  });

  it('in UTF-16 by its mark, and in any encoding that is named', async () => {
    const utf16 = Buffer.from(`\ufeff${CSV}`, 'utf16le');
    expect(await imports.import(utf16, INSTRUMENTS)).toMatchObject({ status: 'completed', created_count: 2 });
    const latin = Buffer.from(CSV.replace('€', '\x80'), 'latin1');
    const failed = await imports.import(latin, INSTRUMENTS);
    expect(failed.errors[0]).toMatchObject({ code: 'invalid_utf8', line: 2 });
    const [, advice] = /csv_options (\{.*?\})/.exec(failed.errors[0]?.message ?? '') ?? [];
    const read = await imports.import(latin, { ...INSTRUMENTS, csv_options: advice ?? '' });
    expect(read).toMatchObject({ status: 'completed', unchanged_count: 2 });
    expect(await refused(CSV, { ...INSTRUMENTS, csv_options: '{"encoding":"utf-99"}' })).toMatchObject({
      code: 'encoding_unsupported',
    });
  });

  it('whose records are inside a JSON document', async () => {
    const records = [
      { identifier: 'a', name: 'A', type_id: 'equity' },
      { identifier: 'b', name: 'B', type_id: 'equity' },
    ];
    const document = JSON.stringify({ meta: { page: 1 }, data: { items: records } }, null, 1);
    const { detail } = await refused(document, INSTRUMENTS, 'a.json');
    const [, advice] = /json_options (\{.*?\})[;.]/.exec(detail) ?? [];
    const job = await imports.import(document, { ...INSTRUMENTS, json_options: advice ?? '' }, 'a.json');
    expect(job).toMatchObject({
      status: 'completed',
      created_count: 2,
      json_options: { record_path: '/data/items' },
    });

    const members = JSON.stringify({
      a: { name: 'A', type_id: 'equity' },
      b: { name: 'B', type_id: 'equity' },
    });
    const byKey = '{"object_values":{"key_to":"identifier"}}';
    expect(await imports.import(members, { ...INSTRUMENTS, json_options: byKey }, 'a.json')).toMatchObject({
      unchanged_count: 2,
    });

    const rows = records.map((one) => Object.values(one));
    const columnar = JSON.stringify({
      t: { data: rows, columns: [{ name: 'identifier' }, { name: 'name' }, { name: 'type_id' }] },
    });
    const paths = '{"rows_path":"/t/data","columns_path":"/t/columns"}';
    expect(await imports.import(columnar, { ...INSTRUMENTS, json_options: paths }, 'a.json')).toMatchObject({
      unchanged_count: 2,
      json_options: { columns: ['identifier', 'name', 'type_id'] },
    });
    const wrong = '{"rows_path":"/t/rows","columns_path":"/t/names"}';
    expect(await refused(columnar, { ...INSTRUMENTS, json_options: wrong }, 'a.json')).toMatchObject({
      inner: 'json_path_not_found',
      detail: expect.stringContaining('"data", "columns"'),
    });
    expect(await refused(columnar, { ...INSTRUMENTS, json_options: '{"record_path":"data"}' })).toMatchObject(
      {
        code: 'invalid_mapping',
        pointer: '/json_options/record_path',
      },
    );
  });

  it.each([
    ['CSV named .json', CSV, 'a.json'],
    ['an array named .csv', JSON.stringify([{ identifier: 'a', name: 'A', type_id: 'equity' }]), 'a.csv'],
    ['NDJSON named .json', '{"identifier":"a","name":"A","type_id":"equity"}\n', 'a.json'],
  ])('%s goes in by the advice of its refusal', async (_, file, name) => {
    const { detail } = await refused(file, INSTRUMENTS, name);
    const format = /Send format=(\w+)/.exec(detail)?.[1] ?? '';
    expect(await imports.import(file, { ...INSTRUMENTS, format }, name)).toMatchObject({
      status: 'completed',
    });
  });

  it('with no row in NDJSON, as an export writes it', async () => {
    expect(await imports.import('', INSTRUMENTS, 'a.ndjson')).toMatchObject({
      status: 'completed',
      row_count: 0,
    });
  });
});
