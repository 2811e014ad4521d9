import { ImportHarness } from '../../../test/support/import-harness';
import { inWorkspace } from '../../database/scope';
import { pinOrder } from './pin-order';

describe('The order in which an export of everything is read', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start();
    await harness.addType('equity');
    await harness.addSeries('close');
    const names = Array.from({ length: 20 }, (_, index) => `i${index + 10}`);
    await harness.import({
      file: ['identifier,name,type_id', ...names.map((name) => `${name},N,equity`), ''].join('\n'),
    });
    await harness.database.query(
      `INSERT INTO instrument_series (workspace_id, instrument_id, type_id)
       SELECT i.workspace_id, i.id, s.id FROM instruments i JOIN series s ON s.workspace_id = i.workspace_id`,
    );
  });
  afterAll(() => harness.stop());

  async function fill(order: string): Promise<void> {
    await harness.database.query('TRUNCATE time_series_values');
    await harness.database.query(
      `INSERT INTO time_series_values (series_id, "timestamp", value)
       SELECT t.id, timestamptz '2020-01-01Z' + n * interval '1 day', n FROM instrument_series t, generate_series(1, 200) n
       ORDER BY ${order}`,
    );
  }

  /** Whether the planner may sort everything, inside of the transaction and behind it. */
  const sorts = (resource: string): Promise<string[]> =>
    inWorkspace(harness.workspaceId, () =>
      harness.app.session('pin-order', async (session) => {
        const setting = async (): Promise<string> =>
          (await session.query<{ enable_sort: string }>('SHOW enable_sort'))[0]?.enable_sort ?? '';
        const inside = await session.transaction('REPEATABLE READ READ ONLY', async (tx) => {
          await pinOrder(tx, harness.registry.get(resource));
          return setting();
        });
        return [inside, await setting()];
      }),
    );

  it('is that of the index where points lie in it, also before the table has statistics', async () => {
    await fill('t.id, n');
    expect(await sorts('time_series_values')).toEqual(['off', 'on']);
    await harness.database.query('ANALYZE time_series_values');
    expect(await sorts('time_series_values')).toEqual(['off', 'on']);
  });

  it('is for the planner to decide where points came day by day', async () => {
    await fill('n, t.id');
    await harness.database.query('ANALYZE time_series_values');
    expect(await sorts('time_series_values')).toEqual(['on', 'on']);
  });

  it('is for the planner to decide where records hang on no pair', async () => {
    expect(await sorts('instruments')).toEqual(['on', 'on']);
  });
});
