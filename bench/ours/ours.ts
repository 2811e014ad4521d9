import { join } from 'node:path';
import type { ExportJobDto } from '../../src/exports/export-job.dto';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import type { BenchFiles } from '../data/files';
import { RICH_TYPE } from '../data/instruments';
import type { Measurement } from '../measure/contender';
import { forgetPeaks, peakBytes, processTree, residentBytes } from '../measure/memory';
import { BenchDatabase } from '../server/bench-database';
import { Client, type Upload } from './client';
import { pause } from './pause';
import { setUpWorkspace } from './set-up-workspace';
import { type AppProcess, startApp } from './start-app';

const WORKSPACE = 'default';
const DATABASE = 'almagest_bench_ours';
/** The application is at rest this long after its start. */
const REST_MS = 3_000;

/** Almagest as it is deployed: one process of the application with its Redis, on a database of its own. */
export class Ours {
  private constructor(
    readonly client: Client,
    readonly database: BenchDatabase,
    /** Bytes in memory of all its processes at rest, before it did anything. */
    readonly idleBytes: number,
    private readonly app: AppProcess,
  ) {}

  static async start(
    server: string,
    folder: string,
    files: BenchFiles,
    profile: string | null,
  ): Promise<Ours> {
    const database = await BenchDatabase.create(server, DATABASE);
    let app: AppProcess | null = null;
    try {
      app = await startApp(database.url, join(folder, 'ours'), profile);
      await pause(REST_MS);
      const idleBytes = residentBytes(processTree(app.pid));
      const client = new Client(app.url, app.token, WORKSPACE);
      await setUpWorkspace(client, files);
      return new Ours(client, database, idleBytes, app);
    } catch (error) {
      await app?.stop();
      await database.drop();
      throw error;
    }
  }

  /** Times an import from the POST until a poll sees it completed, with the peak of all processes. */
  import(upload: Upload, expected: Partial<ImportJobDto>): Promise<Measurement> {
    return this.measure(async () => this.check(await this.client.import(upload), expected));
  }

  /** The same for an export; its file is written then, and not yet downloaded. */
  export(wanted: object, expected: Partial<ExportJobDto>): Promise<Measurement> {
    return this.measure(async () => this.check(await this.client.export(wanted), expected));
  }

  /** Takes all points away, and what stands for their series. */
  async removePoints(): Promise<void> {
    await this.database.query('TRUNCATE time_series_values, composite_time_series_values, instrument_series');
  }

  async removeRichInstruments(): Promise<void> {
    await this.database.query(
      `DELETE FROM instruments USING instrument_types t
       WHERE instruments.workspace_id = t.workspace_id AND instruments.type_id = t.id AND t.identifier = $1`,
      [RICH_TYPE],
    );
    await this.database.query('VACUUM FULL instruments');
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }

  private async measure(work: () => Promise<void>): Promise<Measurement> {
    const pids = processTree(this.app.pid);
    forgetPeaks(pids);
    const start = performance.now();
    await work();
    return { seconds: (performance.now() - start) / 1_000, peakBytes: peakBytes(pids) };
  }

  private check<Job extends object>(job: Job, expected: Partial<Job>): void {
    for (const [name, value] of Object.entries(expected)) {
      const found = (job as Record<string, unknown>)[name];
      if (found !== value)
        throw new Error(`${name} is ${String(found)}, not ${String(value)}: ${JSON.stringify(job)}`);
    }
  }
}
