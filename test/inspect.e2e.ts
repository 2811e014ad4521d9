import { bearer, ImportsClient, type FormFields } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';
import { zipOf } from './support/zip-of';

jest.setTimeout(60_000);

describe('POST /imports/inspect', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' });
    imports = new ImportsClient(app);
    await imports.addType('equity', [{ field_key: 'sector' }, { field_key: 'listed', data_type: 'date' }]);
  });
  afterAll(() => app.stop());

  const inspect = (file: string | Buffer, fields: FormFields = {}, name = 'file.csv', token = app.token) =>
    app.http
      .post(`${imports.path}/inspect`)
      .set(bearer(token))
      .field(fields)
      .attach('file', Buffer.from(file), name);

  const STOCKS =
    'Symbol,Company,Sector,Listed\nAAPL,Apple Inc.,Tech,13.12.1980\nMSFT,Microsoft,Tech,13.03.1986\n';

  it('shows how a file of instruments is imported, and shows its rows as they would be read', async () => {
    const { body } = await inspect(STOCKS, {}, 'stocks.csv').expect(200);
    expect(body).toMatchObject({
      file_name: 'stocks.csv',
      is_whole: true,
      compression: null,
      format: 'csv',
      encoding: { label: 'utf-8', bom: false, likely: null },
      csv_options: {},
      header: ['Symbol', 'Company', 'Sector', 'Listed'],
      rows_inspected: 2,
      resource_type: 'instruments',
      mapping: { Symbol: 'identifier', Company: 'name', Sector: 'sector', Listed: 'listed' },
      defaults: { type_id: 'equity' },
      field_options: { listed: { format: 'dd.MM.yyyy' } },
      type: { resource: 'instrument_types', identifier: 'equity', exists: true },
      questions: [],
      problems: [],
    });
    expect(body.sample[0]).toEqual({
      row: 1,
      line: 2,
      raw: ['AAPL', 'Apple Inc.', 'Tech', '13.12.1980'],
      read: {
        identifier: 'AAPL',
        name: 'Apple Inc.',
        type_id: 'equity',
        sector: 'Tech',
        listed: '1980-12-13',
      },
      errors: [],
    });
    const pointers = body.evidence.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining([
        '/csv_options/delimiter',
        '/mapping/Symbol',
        '/field_options/listed',
        '/defaults/type_id',
      ]),
    );
  });

  it('asks which file of an archive is meant', async () => {
    const archive = zipOf({ 'readme.txt': 'hello', 'stocks.csv': STOCKS });
    const { body } = await inspect(archive, {}, 'a.zip').expect(200);
    expect(body).toMatchObject({ compression: 'zip', questions: [{ code: 'member' }] });
    const [, choice] = body.questions[0].choices;
    expect(choice).toEqual({ label: 'stocks.csv', options: { member: 'stocks.csv' } });
    const told = await inspect(archive, choice.options, 'a.zip').expect(200);
    expect(told.body).toMatchObject({ member: 'stocks.csv', questions: [], problems: [] });
  });

  it('stores nothing', async () => {
    expect(await imports.count('import_jobs')).toBe(0);
    await imports.expectNothingLeft();
  });

  it('proposes a type that the workspace does not have, ready to be created', async () => {
    const { body } = await inspect(
      'Ticker,Name,P/E\nA,Agilent,1.5\nB,Barnes,2\n',
      {},
      'my stocks.csv',
    ).expect(200);
    expect(body.type).toEqual({
      resource: 'instrument_types',
      identifier: 'my_stocks',
      name: 'my_stocks',
      fields: [{ field_key: 'p_e', field_label: 'P/E', data_type: 'number', display_order: 1 }],
      exists: false,
    });
    expect(body.sample[0].read).toEqual({
      identifier: 'A',
      name: 'Agilent',
      type_id: 'my_stocks',
      p_e: '1.5',
    });
    const { identifier, name, fields } = body.type;
    const path = `/v1/workspaces/${app.workspace}/instrument-types`;
    await app.http.post(path).set(bearer(app.token)).send({ identifier, name, fields }).expect(201);
  });

  it('asks for what the file leaves open, and takes the answer', async () => {
    const bars = 'Date,Open,High,Low,Close\n01/02/2026,1,2,0.5,1.5\n03/04/2026,1,2,0.5,1.5\n';
    const asked = await inspect(bars, {}, 'ACME.csv').expect(200);
    const codes = (body: { questions: { code: string }[] }): string[] =>
      body.questions.map(({ code }) => code);
    expect(asked.body).toMatchObject({ resource_type: 'composite_time_series_values' });
    expect(codes(asked.body)).toEqual(['date_format', 'missing_field']);
    const [format, instrument] = asked.body.questions;
    expect(format.choices.map(({ label }: { label: string }) => label)).toEqual(['dd/MM/yyyy', 'MM/dd/yyyy']);
    expect(instrument.choices).toEqual([{ label: 'ACME', options: { defaults: { instrument_id: 'ACME' } } }]);
    const answered = await inspect(bars, {
      field_options: JSON.stringify(format.choices[1].options.field_options),
      defaults: JSON.stringify(instrument.choices[0].options.defaults),
    }).expect(200);
    expect(codes(answered.body)).toEqual([]);
    expect(answered.body.sample[0].read).toMatchObject({
      timestamp: '2026-01-02T00:00:00Z',
      instrument_id: 'ACME',
    });
    expect(answered.body.problems).toMatchObject([
      { code: 'reference_not_found', column: 'instrument_id', count: 2 },
    ]);
  });

  it('says of a file that no import takes why', async () => {
    const { body } = await inspect(Buffer.from('%PDF-1.7 …'), {}, 'prices.pdf').expect(200);
    expect(body).toMatchObject({ format: null, columns: [], resource_type: null });
    expect(body.problems).toMatchObject([{ code: 'unsupported_file_format' }]);
    const empty = await inspect('').expect(200);
    expect(empty.body.problems).toMatchObject([{ code: 'file_empty' }]);
  });

  it('reads the first mebibyte of a file and no more', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `S${at},Name of the stock ${at}\n`);
    const { body } = await inspect(`Symbol,Name\n${rows.join('')}`).expect(200);
    expect(body).toMatchObject({
      is_whole: false,
      rows_inspected: 5_000,
      resource_type: 'instruments',
      problems: [],
    });
  });

  it('is for viewers too, and refuses what is no form of an import', async () => {
    const viewer = await imports.token('viewer');
    await inspect(STOCKS, {}, 'a.csv', viewer).expect(200);
    await inspect(STOCKS, { delimiter: ';' }).expect(400);
    await inspect(STOCKS, { resource_type: 'market_calendars' }).expect(422);
    const bad = await inspect(STOCKS, { csv_options: '{"delimiters":";"}' }).expect(400);
    expect(bad.body.errors[0].pointer).toBe('/csv_options/delimiters');
  });
});
