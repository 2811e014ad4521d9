import type { ImportJobDto } from '../src/imports/import-job.dto';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(180_000);

/** Fewer than 1,000 rows of each instrument: an abort reports them all. */
const ROWS = 1_800;
const ROUNDS = 8;

describe('Points of an instrument that is removed for good', () => {
  let app: TestApp;
  let client: WorkspaceClient;
  beforeAll(async () => {
    app = await startTestApp({ BATCH_ROWS: '100', BATCH_BYTES: '2048' });
    client = new WorkspaceClient(app, app.token, app.workspace);
    await client.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
    await client.post('/series', { identifier: 'close', name: 'Close', kind: 'scalar' });
    await client.post('/instruments', { identifier: 'kept', name: 'Kept', type_id: 'equity' });
  });
  afterAll(() => app.stop());

  const day = (at: number): string => new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10);
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  /** Rows of the instrument that goes and of the one that stays take turns. */
  const file = (gone: string): string => {
    const rows = Array.from(
      { length: ROWS },
      (_, at) => `${at % 2 === 0 ? gone : 'kept'},close,${day(at)},${at}.5`,
    );
    return ['instrument_id,type_id,timestamp,value', ...rows, ''].join('\n');
  };

  /** Creates points of an instrument until it is gone; returns how many were created. */
  async function createPoints(instrument: string, year: number): Promise<number> {
    for (let created = 0; ;) {
      const response = await fetch(`${app.url}/v1/workspaces/${app.workspace}/time-series-values`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${app.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          instrument_id: instrument,
          type_id: 'close',
          timestamp: `${year}-01-01T00:00:00.${String(created).padStart(6, '0')}Z`,
          value: '1',
        }),
      });
      const text = await response.text();
      if (response.status === 201) created++;
      else if (response.status === 422 && text.includes('reference_not_found')) return created;
      else throw new Error(`POST /time-series-values: ${response.status} ${text}`);
    }
  }

  /** Waits until a worker has the import and so many of its rows took effect, or it is over. */
  async function reach(id: string, processed: number): Promise<void> {
    for (;;) {
      const [job] = await app.database.query<{ status: string; processed_count: number }>(
        `SELECT status, processed_count FROM import_jobs WHERE id = $1`,
        [id],
      );
      if (job?.status !== 'queued' && (job?.status !== 'processing' || job.processed_count >= processed))
        return;
      await pause(2);
    }
  }

  /** Points and series that belong to nothing. */
  async function orphans(): Promise<Record<string, string>> {
    const [row] = await app.database.query<Record<string, string>>(
      `SELECT (SELECT count(*) FROM time_series_values v
               WHERE NOT EXISTS (SELECT FROM instrument_series t WHERE t.id = v.series_id)) AS points,
              (SELECT count(*) FROM instrument_series t
               WHERE NOT EXISTS (SELECT FROM instruments i WHERE i.id = t.instrument_id)) AS series`,
    );
    return row ?? {};
  }

  const kept = async (): Promise<number> => {
    const filter = { field: 'instrument_id', op: 'eq', value: 'kept' };
    return (await client.post<{ count: number }>('/time-series-values/count', { filter })).count;
  };

  function expectExact(job: ImportJobDto): void {
    const { created_count, updated_count, unchanged_count, failed_count, skipped_count, unprocessed_count } =
      job;
    expect(job.row_count).toBe(ROWS);
    const processed = created_count + updated_count + unchanged_count + failed_count + skipped_count;
    expect(processed + (unprocessed_count ?? 0)).toBe(ROWS);
    for (const { code } of job.errors) expect(code).toBe('reference_not_found');
  }

  it.each(Array.from({ length: ROUNDS }, (_, round) => [round]))(
    'leave nothing behind while an import and the API write them, round %i',
    async (round) => {
      const gone = `gone-${round}`;
      await client.post('/instruments', { identifier: gone, name: 'Gone', type_id: 'equity' });
      const before = await kept();
      const on_error = round % 2 === 0 ? 'continue' : 'abort';
      const writers = [1980, 1990].map((year) => createPoints(gone, year).catch((error: Error) => error));
      const id = await client.queue({ file: file(gone), resource_type: 'time_series_values', on_error });
      await reach(id, on_error === 'continue' ? round * 100 : 0);
      if (on_error === 'abort') await pause(round * 15 + 15);
      await client.request('DELETE', `/instruments/${gone}?hard=true`);
      const job = await client.finish<ImportJobDto>('/imports', id);
      for (const made of await Promise.all(writers)) expect(made).toEqual(expect.any(Number));
      expect(await orphans()).toEqual({ points: '0', series: '0' });
      expectExact(job);
      expect(job.status).toBe(on_error === 'abort' && job.failed_count > 0 ? 'failed' : 'completed');
      const written = (await kept()) - before;
      // Half of the rows are of the one that stays: new in the first round that is not refused, and
      // the same ever after.
      if (job.status === 'failed') expect(written).toBe(0);
      else expect(await kept()).toBe(ROWS / 2);
      expect(job.failed_count).toBeLessThanOrEqual(ROWS / 2);
    },
  );
});
