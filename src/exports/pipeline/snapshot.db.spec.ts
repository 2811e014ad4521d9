import { ImportHarness } from '../../../test/support/import-harness';
import { CopiedRows } from './snapshot';

describe('The rows of a COPY', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start();
  });
  afterAll(() => harness.stop());

  /** Reads rows of two lines each in a transaction of their own; `before` is asked before the first is. */
  function copy(count: number, before: (rows: CopiedRows) => void = () => undefined): Promise<CopiedRows> {
    const text = `COPY (SELECT n || E'\\n' FROM generate_series(1, ${count}) n) TO STDOUT (FORMAT csv)`;
    return harness.database.session('copied-rows', (session) =>
      session.transaction('REPEATABLE READ READ ONLY', async () => {
        const rows = new CopiedRows(session, text, new AbortController().signal, () => Promise.resolve());
        before(rows);
        for await (const chunk of rows) expect(chunk.length).toBeGreaterThan(0);
        return rows;
      }),
    );
  }

  it.each([0, 1, 70_000])('are counted by Postgres: %s', async (count) => {
    expect((await copy(count)).count).toBe(count);
  });

  it('have no number before their end', async () => {
    await copy(3, (rows) => expect(() => rows.count).toThrow('before its end'));
  });
});
