import { ImportsClient } from './support/imports-client';
import { csvPart, INSTRUMENTS, multipart, sendForm, sendRaw, type FormPart } from './support/raw-upload';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

const CSV = 'identifier,name,type_id\na,A,equity\n';
const field = (name: string, value: string): FormPart => ({ name, value });

describe('the form of an upload', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' });
    imports = new ImportsClient(app);
    await imports.addType('equity', [{ field_key: 'isin' }]);
  });
  afterAll(() => app.stop());

  describe('is refused with 400 and a code of its own', () => {
    afterAll(async () => {
      expect(await imports.count('import_jobs')).toBe(0);
      await imports.expectNothingLeft();
    });

    const cases: [string, string, FormPart[]][] = [
      ['without a file', 'file_missing', [INSTRUMENTS]],
      ['with a file part that has no file name', 'file_missing', [INSTRUMENTS, field('file', CSV)]],
      [
        'with a file part that has a type but no file name',
        'file_missing',
        [INSTRUMENTS, { name: 'file', value: CSV, type: 'text/csv' }],
      ],
      [
        'with a file whose name is empty, as a browser sends when none was chosen',
        'file_missing',
        [INSTRUMENTS, { name: 'file', value: '', filename: '""', type: 'application/octet-stream' }],
      ],
      ['with two files', 'file_repeated', [INSTRUMENTS, csvPart(CSV), csvPart(CSV)]],
      ['with a file under another name', 'unknown_field', [INSTRUMENTS, { ...csvPart(CSV), name: 'upload' }]],
      [
        'with a file under another name behind the file',
        'unknown_field',
        [INSTRUMENTS, csvPart(CSV), { ...csvPart(CSV), name: 'b' }],
      ],
      ['with an unknown field', 'unknown_field', [INSTRUMENTS, field('onerror', 'continue'), csvPart(CSV)]],
      ['with a field named __proto__', 'unknown_field', [INSTRUMENTS, field('__proto__', 'x'), csvPart(CSV)]],
      ['with a repeated field', 'field_repeated', [INSTRUMENTS, csvPart(CSV), INSTRUMENTS]],
      [
        'with a nested field name',
        'unknown_field',
        [INSTRUMENTS, field('mapping[a]', 'identifier'), csvPart(CSV)],
      ],
      [
        'with a list as a field name',
        'unknown_field',
        [csvPart(CSV), field('resource_type[]', 'instruments')],
      ],
      ['with an index as a field name', 'unknown_field', [csvPart(CSV), field('a[999999999]', 'x')]],
      [
        'with a part that has no name',
        'multipart_malformed',
        [INSTRUMENTS, { name: null, value: 'x' }, csvPart(CSV)],
      ],
      [
        'with a field of half a megabyte',
        'multipart_malformed',
        [field('mapping', 'x'.repeat(524_288)), INSTRUMENTS, csvPart(CSV)],
      ],
      [
        'with a field name of a thousand bytes',
        'multipart_malformed',
        [field('n'.repeat(1_000), ''), csvPart(CSV)],
      ],
      [
        'with a hundred fields',
        'unknown_field',
        [...Array.from({ length: 100 }, (_, n) => field(`f${n}`, '')), csvPart(CSV)],
      ],
      ['without resource_type', 'field_missing', [csvPart(CSV)]],
      ['with an empty resource_type', 'field_missing', [field('resource_type', ''), csvPart(CSV)]],
      ['with another on_error', 'invalid_request', [INSTRUMENTS, field('on_error', 'ignore'), csvPart(CSV)]],
      ['with another format', 'invalid_request', [INSTRUMENTS, field('format', 'xml'), csvPart(CSV)]],
      ['with another dry_run', 'invalid_request', [INSTRUMENTS, field('dry_run', '1'), csvPart(CSV)]],
      ['with an empty dry_run', 'invalid_request', [INSTRUMENTS, field('dry_run', ''), csvPart(CSV)]],
      [
        'with a mapping that is not JSON',
        'invalid_request',
        [INSTRUMENTS, field('mapping', '{a'), csvPart(CSV)],
      ],
      [
        'with a mapping that is not an object',
        'invalid_request',
        [INSTRUMENTS, field('mapping', '["a"]'), csvPart(CSV)],
      ],
      [
        'with a mapping to a number',
        'invalid_request',
        [INSTRUMENTS, field('mapping', '{"a":1}'), csvPart(CSV)],
      ],
      [
        'with a column twice in the mapping',
        'invalid_request',
        [INSTRUMENTS, field('mapping', '{"a":"name","a":"identifier"}'), csvPart(CSV)],
      ],
      [
        'with defaults that are not an object',
        'invalid_request',
        [INSTRUMENTS, field('defaults', 'null'), csvPart(CSV)],
      ],
    ];

    it.each(cases)('%s: %s', async (_, code, parts) => {
      const { status, body, headers } = await sendForm(imports, ...parts);
      expect([status, body.code]).toEqual([400, code]);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(body.detail).toMatch(/\w+.*\.$/);
    });

    it('naming the field in a pointer where it has a value of the wrong form', async () => {
      const { body } = await sendForm(imports, INSTRUMENTS, field('on_error', 'ignore'), csvPart(CSV));
      expect(body.errors).toEqual([
        {
          pointer: '/on_error',
          code: 'invalid_value',
          message: 'on_error must be one of abort, continue.',
        },
      ]);
    });

    it('when it is cut off before its end', async () => {
      const whole = multipart([INSTRUMENTS, csvPart(CSV)]);
      for (const length of [0, 10, 60, whole.length - 60, whole.length - 6]) {
        const { status, body } = await sendRaw(imports, whole.subarray(0, length));
        expect([length, status, body.code]).toEqual([length, 400, 'multipart_malformed']);
      }
    });

    it('when its boundary is another than the header says, or the header says none', async () => {
      const body = multipart([INSTRUMENTS, csvPart(CSV)], 'other');
      for (const type of ['multipart/form-data; boundary=almagest', 'multipart/form-data']) {
        const answer = await sendRaw(imports, body, { 'Content-Type': type });
        expect([answer.status, answer.body.code]).toEqual([400, 'multipart_malformed']);
      }
    });

    it('when a part has a broken header', async () => {
      const body = Buffer.from(
        '--almagest-boundary\r\nContent-Disp\0osition: x\r\n\r\nx\r\n--almagest-boundary--\r\n',
      );
      const answer = await sendRaw(imports, body);
      expect([answer.status, answer.body.code]).toEqual([400, 'multipart_malformed']);
    });
  });

  it('is refused with 415 when it is not multipart, or compressed', async () => {
    const body = multipart([INSTRUMENTS, csvPart(CSV)]);
    for (const headers of [
      { 'Content-Type': 'text/csv' },
      { 'Content-Type': 'application/json' },
      { 'Content-Type': 'multipart/mixed; boundary=almagest-boundary' },
      { 'Content-Type': undefined },
      { 'Content-Encoding': 'gzip' },
    ]) {
      const answer = await sendRaw(imports, body, headers);
      expect([headers, answer.status, answer.body.code]).toEqual([headers, 415, 'unsupported_media_type']);
    }
    const bare = await sendRaw(imports, body, { 'Content-Encoding': 'identity' });
    expect(bare.status).toBe(202);
  });

  it('may hold its fields before and after the file', async () => {
    const more = [field('on_error', 'continue'), field('mapping', '{"Symbol":"identifier"}')];
    for (const parts of [
      [csvPart(CSV), INSTRUMENTS, ...more],
      [INSTRUMENTS, ...more, csvPart(CSV)],
      [more[0] ?? INSTRUMENTS, csvPart(CSV), INSTRUMENTS, ...more.slice(1)],
    ]) {
      const { status, body } = await sendForm(imports, ...parts);
      expect(status).toBe(202);
      expect(body).toMatchObject({
        resource_type: 'instruments',
        on_error: 'continue',
        mapping: { Symbol: 'identifier' },
      });
    }
  });

  it('keeps the name of the file, without a path, and never writes to it', async () => {
    const names: [string, string][] = [
      ['"Žluťoučký kůň 日本.csv"', 'Žluťoučký kůň 日本.csv'],
      ['"../../../etc/passwd"', 'passwd'],
      ['"C:\\\\data\\\\prices.csv"', 'prices.csv'],
      ['"a%22b.csv"', 'a"b.csv'],
      ['"x.csv"; filename*=UTF-8\'\'na%C3%AFve.csv', 'naïve.csv'],
      [`"${'🜨'.repeat(300)}.csv"`, '🜨'.repeat(255)],
    ];
    for (const [sent, shown] of names) {
      const { status, body } = await sendForm(imports, INSTRUMENTS, csvPart(CSV, sent));
      expect([status, body.file_name]).toEqual([202, shown]);
    }
    for (const path of await imports.storedFiles()) expect(path).toMatch(/^imports\/[0-9a-f-]{36}$/);
  });
});
