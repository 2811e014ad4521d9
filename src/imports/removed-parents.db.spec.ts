import { ImportHarness, type HarnessImport } from '../../test/support/import-harness';
import type { ImportJobDto } from './import-job.dto';

const csv = (...lines: string[]): string => [...lines, ''].join('\n');

describe('A parent that is removed when the file is read and before its rows are applied', () => {
  let harness: ImportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start();
    await harness.addType('equity');
    await harness.addSeries('close');
    await harness.import({ file: csv('identifier,name,type_id', 'a,A,equity', 'b,B,equity') });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await harness.stop();
  });

  /** Imports, and runs `statement` just before the first range is classified. */
  async function overtaken(statement: string, wanted: HarnessImport): Promise<ImportJobDto> {
    const open = harness.app.session.bind(harness.app);
    let done = false;
    jest.spyOn(harness.app, 'session').mockImplementation((name, work) =>
      open(name, (session) =>
        work({
          query: (text, params) => session.query(text, params),
          copyIn: (text) => session.copyIn(text),
          copyOut: (text) => session.copyOut(text),
          transaction: async (isolation, inside) => {
            if (!done) await harness.database.query(statement);
            done = true;
            return session.transaction(isolation, inside);
          },
        }),
      ),
    );
    const job = await harness.import(wanted);
    expect(done).toBe(true);
    jest.restoreAllMocks();
    return job;
  }

  const file = csv(
    'instrument_id,type_id,timestamp,value',
    'a,close,2026-01-01,1',
    'a,close,2026-01-02,1',
    'b,close,2026-01-01,1',
    'b,close,2026-01-02,1',
  );
  const values = { resourceType: 'time_series_values', file } as const;
  const gone = [
    { row: 3, code: 'reference_not_found' },
    { row: 4, code: 'reference_not_found' },
  ];
  const remove = `DELETE FROM instruments WHERE identifier = 'b'`;

  it('refuses its rows that would create', async () => {
    const job = await overtaken(remove, { ...values, onError: 'continue' });
    expect(job).toMatchObject({ status: 'completed', created_count: 2, failed_count: 2, errors: gone });
    expect(await harness.database.query('SELECT FROM time_series_values')).toHaveLength(2);
    expect(await harness.database.query('SELECT FROM instrument_series')).toHaveLength(1);
  });

  it('refuses the whole file under abort', async () => {
    const job = await overtaken(remove, values);
    expect(job).toMatchObject({ status: 'failed', created_count: 0, errors: gone });
    expect(await harness.database.query('SELECT FROM time_series_values')).toEqual([]);
    expect(await harness.database.query('SELECT FROM instrument_series')).toEqual([]);
  });

  it('refuses its rows that would have left their records as they were, for those went with it', async () => {
    await harness.import(values);
    const job = await overtaken(remove, { ...values, onError: 'continue' });
    expect(job).toMatchObject({ status: 'completed', unchanged_count: 2, failed_count: 2, errors: gone });
  });

  it('refuses rows that name it beside others', async () => {
    await harness.database.query(
      `INSERT INTO market_types (workspace_id, identifier, name) VALUES ($1, 'exchange', 'E')`,
      [harness.workspaceId],
    );
    await harness.import({
      resourceType: 'markets',
      file: csv('identifier,name,type_id', 'asx,A,exchange', 'xtks,T,exchange'),
    });
    const listings = {
      resourceType: 'market_listings',
      onError: 'continue',
      file: csv('instrument_id,market_id', 'a,asx', 'a,xtks', 'b,asx'),
    } as const;
    const none = await overtaken(`DELETE FROM markets WHERE identifier = 'xtks'`, listings);
    expect(none).toMatchObject({ created_count: 2, failed_count: 1 });
    expect(none.errors).toMatchObject([{ row: 2, column: 'market_id', code: 'reference_not_found' }]);
    const some = await overtaken(`DELETE FROM instruments WHERE identifier = 'b'`, {
      ...listings,
      file: csv('instrument_id,market_id', 'a,asx', 'b,asx'),
    });
    expect(some).toMatchObject({ unchanged_count: 1, failed_count: 1 });
    expect(some.errors).toMatchObject([{ row: 2, column: 'instrument_id', code: 'reference_not_found' }]);
  });

  it('refuses rows of a type that nothing has', async () => {
    await harness.addType('fund');
    const job = await overtaken(`DELETE FROM instrument_types WHERE identifier = 'fund'`, {
      onError: 'continue',
      file: csv('identifier,name,type_id', 'c,C,equity', 'd,D,fund'),
    });
    expect(job).toMatchObject({ created_count: 1, failed_count: 1 });
    expect(job.errors).toMatchObject([{ row: 2, column: 'type_id', code: 'reference_not_found' }]);
  });
});
