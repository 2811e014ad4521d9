import type { ImportHarness } from './import-harness';

/**
 * Works on an import until its attempt is about to begin its n-th transaction, stops it there as
 * the end of its worker would, and lets its lease run out. An attempt that needs fewer transactions
 * ends the import.
 */
export async function interruptImport(harness: ImportHarness, id: string, step: number): Promise<void> {
  const controller = new AbortController();
  const session = harness.app.session.bind(harness.app);
  const spy = jest.spyOn(harness.app, 'session').mockImplementation((name, work) =>
    session(name, (inner) => {
      let transactions = 0;
      return work({
        query: inner.query.bind(inner),
        copyIn: inner.copyIn.bind(inner),
        copyOut: inner.copyOut.bind(inner),
        transaction: (isolation, body) => {
          if (++transactions === step) controller.abort('shutdown');
          return inner.transaction(isolation, body);
        },
      });
    }),
  );
  try {
    await harness.work(id, controller.signal).catch((reason: unknown) => {
      if (reason !== 'shutdown') throw reason;
    });
  } finally {
    spy.mockRestore();
  }
  await harness.database.query(
    `UPDATE job_leases SET lease_until = clock_timestamp() - interval '1 s', worker = NULL`,
  );
}
