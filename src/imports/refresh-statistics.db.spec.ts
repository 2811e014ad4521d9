import { ImportHarness } from '../../test/support/import-harness';

describe('Statistics', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start();
    await harness.addType('equity');
  });
  afterAll(() => harness.stop());

  const importOf = (from: number, rows: number): Promise<unknown> =>
    harness.import({
      file: [
        'identifier,name,type_id',
        ...Array.from({ length: rows }, (_, at) => `i${from + at},N,equity`),
        '',
      ].join('\n'),
    });

  /** Rows that the planner believes to be in the table, as of the last time it was analysed. */
  async function believed(): Promise<number> {
    const [row] = await harness.database.query<{ rows: number }>(
      `SELECT reltuples::integer AS rows FROM pg_class WHERE oid = 'instruments'::regclass`,
    );
    return row?.rows ?? NaN;
  }

  it('are gathered after an import that filled a table, and not after one that changed little', async () => {
    await importOf(0, 3_000);
    expect(await believed()).toBe(3_000);
    await importOf(3_000, 20);
    expect(await believed()).toBe(3_000);
  });

  it('are gathered of no workspace column, because an unknown workspace would count as one row', async () => {
    await harness.database.query('ANALYZE');
    const tables = await harness.database.query<{ name: string; known: boolean }>(
      `SELECT c.relname AS name, s.attname IS NOT NULL AS known
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id'
       LEFT JOIN pg_stats s ON s.schemaname = current_schema() AND s.tablename = c.relname AND s.attname = a.attname
       WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')`,
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ known }) => known)).toEqual([]);
  });
});
