import { ImportHarness, type HarnessImport } from '../../test/support/import-harness';
import { explain, RecordingSql } from '../../test/support/explain';
import { lookUpByField } from '../records/look-up-by-field';
import type { ImportJobDto } from './import-job.dto';

describe('References of a file', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start();
    await harness.addType('equity', 'isin', 'lot:number');
    await harness.addSeries('close');
    await harness.import({
      file:
        'identifier,name,type_id,isin,lot\n' +
        'AAA,Alpha,equity,US1,1.10\nb b,Beta,equity,US2,2\n0700,Gamma,equity,US3,3\n' +
        'dup-1,Same,equity,US9,\ndup-2,Same,equity,US9,\n',
    });
  });
  afterAll(() => harness.stop());

  let second = 0;
  const points = (names: readonly string[], given: Partial<HarnessImport> = {}): Promise<ImportJobDto> => {
    const rows = names.map(
      (name) => `${name},2026-01-01T00:00:${String(second++ % 60).padStart(2, '0')}Z,1\n`,
    );
    return harness.import({
      file: `instrument_id,timestamp,value\n${rows.join('')}`,
      resourceType: 'time_series_values',
      defaults: { type_id: 'close' },
      onError: 'continue',
      ...given,
    });
  };
  const messages = ({ errors }: ImportJobDto): string[] =>
    errors.map(({ code, message }) => `${code}: ${message}`);

  it('are looked up by a custom field', async () => {
    const job = await points(['US1', 'US2', 'US9', 'US7', 'AAA'], {
      options: { match: { instrument_id: 'isin' } },
    });
    expect(job).toMatchObject({ created_count: 2, failed_count: 3 });
    expect(messages(job)).toEqual([
      'conflict: 2 instruments have "US9" as isin: dup-1, dup-2; it cannot tell which one is meant.',
      'reference_not_found: There is no instrument whose isin is "US7" in this workspace. Create or import instruments first.',
      'reference_not_found: There is no instrument whose isin is "AAA" in this workspace. Create or import instruments first.',
    ]);
  });

  it('are looked up by a field of the description', async () => {
    const job = await points(['Alpha', 'Same'], { options: { match: { instrument_id: 'name' } } });
    expect(job).toMatchObject({ created_count: 1, failed_count: 1 });
    expect(messages(job)[0]).toMatch(/^conflict: 2 instruments have "Same" as name: dup-1, dup-2;/);
  });

  it('compare canonical texts: a number as it is stored', async () => {
    const job = await points(['1.10', '11e-1', '2'], { options: { match: { instrument_id: 'lot' } } });
    expect(job).toMatchObject({ created_count: 2, failed_count: 1 });
  });

  it('name a similar record, and the advice is accepted', async () => {
    const job = await points(['aaa', 'bb', '700', 'US1', 'none']);
    expect(messages(job).map((message) => message.replace(/^.* in this workspace\. /, ''))).toEqual([
      '"AAA" exists: identifiers are case-sensitive.',
      '"b b" exists: the blanks differ.',
      '"0700" exists: the leading zeros differ; a spreadsheet may have removed them.',
      '"AAA" has it as isin: send match={"instrument_id":"isin"}.',
      'Create or import instruments first.',
    ]);
  });

  it('say that a series is of the other kind, and how a type is created', async () => {
    await harness.addSeries('ohlcv', 'open');
    const job = await points(['AAA'], { defaults: { type_id: 'ohlcv' } });
    expect(messages(job)).toEqual([
      'reference_not_found: The series "ohlcv" is composite, and a scalar one is wanted here.',
    ]);
    const types = await harness.import({ file: 'identifier,name,type_id\nx,X,nope\n' });
    expect(types.errors[0]?.message).toContain('POST /instrument-types');
    expect(types.errors[0]?.message).not.toContain('Create or import');
  });

  it('are found in one pass over the records, whatever their number', async () => {
    await harness.database.query(
      `INSERT INTO instruments (workspace_id, identifier, name, type_id, field_values)
       SELECT $1, 'many-' || n, 'N', (SELECT id FROM instrument_types LIMIT 1), jsonb_build_object('isin', 'M' || n)
       FROM generate_series(1, 20000) n`,
      [harness.workspaceId],
    );
    const sql = new RecordingSql(harness.database);
    const texts = Array.from({ length: 20_000 }, (_, n) => `M${n * 2}`);
    const by = { name: 'instrument_id', scope: 'custom', field: 'isin', dataType: 'text' } as const;
    const instruments = harness.registry.get('instruments');
    const found = await lookUpByField(sql, instruments, harness.workspaceId, by, texts, null);
    expect(found.size).toBe(10_000);
    const [statement] = sql.sent;
    const plan = await explain(harness.database, statement?.text ?? '', statement?.params);
    const scans = plan.filter((node) => node['Relation Name'] === 'instruments');
    expect(scans.map((node) => node['Actual Loops'])).toEqual([1]);
  });
});
