import { gzipSync } from 'node:zlib';
import { once } from 'node:events';
import { bearer, ImportsClient, type FormFields } from './support/imports-client';
import { answerOf, csvPart, INSTRUMENTS, multipart, openUpload } from './support/raw-upload';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

const CSV = 'identifier,name,type_id\na,A,equity\n';
const INSTRUMENT: FormFields = { resource_type: 'instruments' };

describe('an upload whose request is wrong', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' });
    imports = new ImportsClient(app);
    await imports.addType('equity', [{ field_key: 'isin' }]);
  });
  afterEach(async () => {
    expect(await imports.count('import_jobs')).toBe(0);
    await imports.expectNothingLeft();
  });
  afterAll(() => app.stop());

  const refused = async (
    file: string | Buffer,
    fields: FormFields,
    name = 'file.csv',
  ): Promise<{ code: string; pointer: string; inner: string; detail: string }> => {
    const { status, body } = await imports.post(file, fields, { name });
    expect(status).toBe(422);
    const [error] = body.errors;
    return { code: body.code, pointer: error.pointer, inner: error.code, detail: body.detail };
  };

  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)]);
  const xlsx = Buffer.concat([zip, Buffer.from('[Content_Types].xml xl/workbook.xml')]);
  const foreign: [string, Buffer, string, RegExp][] = [
    ['a zip archive', zip, 'file.csv', /zip/i],
    ['an Excel workbook', xlsx, 'prices.xlsx', /excel|xlsx|zip/i],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'report.csv', /pdf/i],
    ['a gzip archive that is cut short', gzipSync(CSV).subarray(0, 30), 'file.csv.gz', /gzip.*too early/i],
  ];
  it.each(foreign)('is refused by name when its file is %s', async (_, file, name, said) => {
    const { code, pointer, detail } = await refused(file, INSTRUMENT, name);
    expect([code, pointer]).toEqual(['unsupported_file_format', '/file']);
    expect(detail).toMatch(said);
  });

  it('is refused when its file is empty, or a byte order mark and nothing else', async () => {
    for (const file of ['', '\ufeff', '\n\n  \n']) {
      expect(await refused(file, INSTRUMENT)).toMatchObject({ code: 'file_empty', pointer: '/file' });
    }
  });

  it('is refused when its file is in UTF-16 without a mark, or in UTF-32', async () => {
    const utf16 = Buffer.from(CSV, 'utf16le');
    for (const file of [utf16, Buffer.from(utf16).swap16(), Buffer.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)]) {
      expect(await refused(file, INSTRUMENT)).toMatchObject({
        code: 'encoding_unsupported',
        pointer: '/file',
      });
    }
  });

  it.each([
    ['the name and the format', CSV, { format: 'json' }, 'file.csv'],
    ['the format and the first byte', CSV, { format: 'json' }, 'file'],
    ['the name and the first byte', '[{}]', {}, 'file.csv'],
    ['JSON and NDJSON', '{"identifier":"a"}\n', {}, 'file.json'],
  ])('is refused when %s contradict each other', async (_, file, fields, name) => {
    const { code, inner, detail } = await refused(file, { ...INSTRUMENT, ...fields }, name);
    expect([code, inner]).toEqual(['unsupported_file_format', 'format_contradiction']);
    expect(detail).toMatch(/\.$/);
  });

  it('is refused for a resource type that does not exist, and the ones that do are listed', async () => {
    const { code, pointer, detail } = await refused(CSV, { resource_type: 'instrument' });
    expect([code, pointer]).toEqual(['unsupported_resource_type', '/resource_type']);
    expect(detail).toContain('instruments, ');
    expect(detail).not.toContain('market_calendars');
  });

  it('is refused for market_calendars with the sentence that says to create them through the API', async () => {
    const { code, pointer, detail } = await refused(CSV, { resource_type: 'market_calendars' });
    expect([code, pointer]).toEqual(['unsupported_resource_type', '/resource_type']);
    expect(detail).toMatch(/API/);
  });

  it.each([
    ['a mapping to an unknown field', { mapping: '{"Symbol":"ticker"}' }, '/mapping/Symbol'],
    ['a column whose name a pointer must escape', { mapping: '{"P/E ~":"pe"}' }, '/mapping/P~1E ~0'],
    ['two columns for one field', { mapping: '{"A":"name","B":"name"}' }, '/mapping/B'],
    ['a default for an unknown field', { defaults: '{"typ":"equity"}' }, '/defaults/typ'],
    ['an unknown identifier_column', { identifier_column: 'cusip' }, '/identifier_column'],
    ['a required core field as identifier_column', { identifier_column: 'name' }, '/identifier_column'],
    ['a mapping of __proto__', { mapping: '{"__proto__":"ticker"}' }, '/mapping/__proto__'],
  ])('is refused for %s, with a pointer', async (_, fields, pointer) => {
    expect(await refused(CSV, { ...INSTRUMENT, ...fields })).toMatchObject({
      code: 'invalid_mapping',
      pointer,
    });
  });

  it('is refused for an identifier_column on a resource with a natural key of several fields', async () => {
    const fields = { resource_type: 'time_series_values', identifier_column: 'instrument_id' };
    expect(await refused('instrument_id,type_id,timestamp,value\n', fields)).toMatchObject({
      code: 'invalid_mapping',
      pointer: '/identifier_column',
    });
  });

  describe('by who asks', () => {
    it('is answered 401 before one byte of its body is sent', async () => {
      for (const Authorization of [undefined, 'Bearer ptk_live_nope', `Bearer ptk_live_${'0'.repeat(64)}`]) {
        const sent = openUpload(imports, { Authorization, 'Content-Length': 1_000_000 });
        const { status, body } = await answerOf(sent);
        expect([status, body.code]).toEqual([401, 'unauthorized']);
        sent.destroy();
      }
    });

    it('is answered 403 for a viewer before one byte of its body is sent', async () => {
      const viewer = await imports.token('viewer');
      const sent = openUpload(imports, { ...bearer(viewer), 'Content-Length': 1_000_000 });
      expect(await answerOf(sent)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      sent.destroy();
    });

    it('is answered 404 in a workspace that the token does not belong to, exactly like in one that is not there', async () => {
      await app.http.post('/v1/workspaces').set(bearer(app.token)).send({ slug: 'other', name: 'Other' });
      const member = await imports.token('member');
      const answers = [];
      for (const workspace of ['other', 'nowhere']) {
        const path = `/v1/workspaces/${workspace}/imports`;
        const { status, body } = await app.http
          .post(path)
          .set(bearer(member))
          .field(INSTRUMENT)
          .attach('file', Buffer.from(CSV), 'file.csv');
        const { instance, request_id: requestId, ...same } = body;
        expect([status, instance, typeof requestId]).toEqual([404, path, 'string']);
        answers.push(same);
      }
      expect(answers[0]).toEqual(answers[1]);
    });

    it('leaves the connection usable for the next request when a short body was refused unread', async () => {
      const sent = openUpload(imports, { Authorization: 'Bearer nope', 'Content-Length': 10 });
      const answer = answerOf(sent);
      sent.end('0123456789');
      expect((await answer).status).toBe(401);
      if (!sent.destroyed) await once(sent, 'close');
      await app.http.get('/health/live').expect(200);
    });
  });

  it('frees what it held, so that the right request after it is accepted', async () => {
    const sent = openUpload(imports);
    const answer = answerOf(sent);
    sent.end(multipart([INSTRUMENTS, { ...csvPart(CSV), value: '' }]));
    expect((await answer).status).toBe(422);
    expect(await imports.count('idempotency_keys')).toBe(0);
  });
});
