import { eventually } from '../../test/support/eventually';
import { ImportHarness } from '../../test/support/import-harness';

jest.setTimeout(60_000);

const ROWS = 8_000;

describe('Batches of an import into a table that nothing is known of yet', () => {
  let harness: ImportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start({ batchRows: 1_000 });
    await harness.addType('equity');
    await harness.database.query(`ALTER TABLE instruments SET (autovacuum_enabled = false)`);
  });
  afterEach(() => harness.stop());

  const noise = (n: number): string => String((n * 7_919) % ROWS);
  it.each([
    ['in the order of the key', (n: number) => String(n).padStart(6, '0')],
    ['in no order', noise],
  ])('find their records by the key, %s: no batch reads what the ones before it wrote', async (_, idOf) => {
    const rows = Array.from({ length: ROWS }, (__, n) => `i${idOf(n)},Name,equity\n`).join('');
    const job = await harness.import({ file: `identifier,name,type_id\n${rows}`, onError: 'continue' });
    expect(job).toMatchObject({ status: 'completed', created_count: ROWS });
    const read = async (): Promise<{ inserted: number; read: number }> => {
      const [found] = await harness.database.query<{ inserted: number; read: number }>(
        `SELECT t.n_tup_ins::int AS inserted,
                (t.seq_tup_read + (SELECT sum(i.idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid))::int AS read
         FROM pg_stat_user_tables t WHERE t.relname = 'instruments'`,
      );
      return found ?? { inserted: 0, read: 0 };
    };
    await eventually('the statistics are in', async () => (await read()).inserted === ROWS);
    expect((await read()).read).toBeLessThanOrEqual(2 * ROWS);
  });
});
