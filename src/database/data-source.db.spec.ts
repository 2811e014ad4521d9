import { ImportHarness } from '../../test/support/import-harness';
import { createDataSource } from './data-source';

const WRITTEN = [
  '0001-01-01T00:00:00Z',
  '1969-12-31T23:59:59.999999Z',
  '2026-01-31T16:00:00Z',
  '2026-01-31T16:00:00.1Z',
  '2026-01-31T16:00:10.000001Z',
  '9999-12-31T23:59:59.5Z',
];

describe('A connection', () => {
  it('prints instants in their one written form, whatever the database is set to', async () => {
    const harness = await ImportHarness.start();
    try {
      const name = new URL(harness.settings.databaseUrl).pathname.slice(1);
      for (const setting of [`datestyle = 'German'`, `timezone = 'Asia/Kolkata'`])
        await harness.database.query(`ALTER DATABASE ${name} SET ${setting}`);
      const dataSource = await createDataSource(harness.settings, []).initialize();
      try {
        const printed = await dataSource.query<{ text: string }[]>(
          `SELECT almagest_instant(given::timestamptz) AS text FROM unnest($1::text[]) AS given`,
          [WRITTEN],
        );
        expect(printed.map(({ text }) => text)).toEqual(WRITTEN);
      } finally {
        await dataSource.destroy();
      }
    } finally {
      await harness.stop();
    }
  });
});
