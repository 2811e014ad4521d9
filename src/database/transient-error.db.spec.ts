import { ImportHarness } from '../../test/support/import-harness';
import { isTransient } from './transient-error';

describe('isTransient', () => {
  let harness: ImportHarness;

  beforeAll(async () => {
    harness = await ImportHarness.start();
  });
  afterAll(() => harness.stop());

  it('is true for whatever a session meets whose connection was ended, also long before its next statement', async () => {
    const errors = await harness.database.session('victim', async (session) => {
      const [own] = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await harness.database.query('SELECT pg_terminate_backend($1, 5000)', [own?.pid ?? 0]);
      await new Promise((resolve) => setTimeout(resolve, 100)); // the connection learns of its end
      const met: unknown[] = [];
      for (let tries = 0; tries < 3; tries++)
        await session.query('SELECT 1').catch((error) => met.push(error));
      return met;
    });
    expect(errors.map((error) => [String(error), isTransient(error)])).toEqual(
      errors.map((error) => [String(error), true]),
    );
    expect(errors).toHaveLength(3);
  });

  it('is false for what would fail again', async () => {
    const error = await harness.database.query('SELECT nothing').catch((thrown: unknown) => thrown);
    expect([isTransient(error), isTransient(new Error('boom')), isTransient(null)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
