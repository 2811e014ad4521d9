import { join } from 'node:path';
import type { ExportJobDto } from '../../src/exports/export-job.dto';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import type { BenchFiles } from '../data/files';
import { RICH_TYPE } from '../data/instruments';
import type { Age, Measurement } from '../measure/contender';
import { resetPeaks, peakBytes, processTree, residentBytes } from '../measure/memory';
import type { WorkspaceSizes } from '../options';
import { BenchDatabase } from '../server/bench-database';
import { ageInstance, warmUpInstance } from './age-instance';
import { removeOwnInstruments, removeOwnPoints, removeOwnReferenceData } from './clear-workspace';
import { Client, type Upload } from './client';
import { pause } from './pause';
import { loadCalendars, setUpWorkspace } from './set-up-workspace';
import { type AppProcess, startApp } from './start-app';

const WORKSPACE = 'default';
/** Time after the start until the application is idle. */
const REST_MS = 3_000;

/** Options of an instance. */
export interface OursOptions {
  readonly age: Age;
  readonly files: BenchFiles;
  readonly sizes: WorkspaceSizes;
  readonly profile: string | null;
}

/** Almagest as it is deployed: one process with its Redis and its own database. */
export class Ours {
  private constructor(
    readonly client: Client,
    readonly database: BenchDatabase,
    /** Resident bytes of all its idle processes before the first request. */
    readonly idleBytes: number,
    private readonly age: Age,
    private readonly app: AppProcess,
  ) {}

  /** Starts a fresh or an aged instance and sets up the measured workspace. */
  static async start(server: string, folder: string, options: OursOptions): Promise<Ours> {
    const { age, files, sizes, profile } = options;
    const database = await BenchDatabase.create(server, `almagest_bench_${age}`);
    let app: AppProcess | null = null;
    try {
      app = await startApp(database.url, join(folder, age), profile);
      await pause(REST_MS);
      const idleBytes = residentBytes(processTree(app.pid));
      const client = new Client(app.url, app.token, WORKSPACE);
      const prepare = age === 'aged' ? ageInstance : warmUpInstance;
      await prepare(client, database, join(folder, 'others'), sizes);
      await setUpWorkspace(client, files);
      return new Ours(client, database, idleBytes, age, app);
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

  /** The same for an export, whose file is written but not downloaded. */
  export(wanted: object, expected: Partial<ExportJobDto>): Promise<Measurement> {
    return this.measure(async () => this.check(await this.client.export(wanted), expected));
  }

  /** Times the loading of calendars, which has no job, from the first request to the last response. */
  loadCalendars(days: number): Promise<Measurement> {
    return this.measure(() => loadCalendars(this.client, days));
  }

  /** Removes all points and series rows of the measured workspace. */
  async removePoints(): Promise<void> {
    if (this.age === 'aged') await removeOwnPoints(this.database);
    else await this.truncate('time_series_values', 'composite_time_series_values', 'instrument_series');
  }

  async removeRichInstruments(): Promise<void> {
    await removeOwnInstruments(this.database, RICH_TYPE);
    if (this.age === 'fresh') await this.database.query('VACUUM FULL instruments');
  }

  /** Removes markets, listings, suspensions and calendars of the measured workspace. */
  async removeReferenceData(): Promise<void> {
    if (this.age === 'aged') await removeOwnReferenceData(this.database);
    else await this.truncate('market_listing_suspensions', 'market_calendars', 'market_listings', 'markets');
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.database.drop();
  }

  private async truncate(...tables: string[]): Promise<void> {
    await this.database.query(`TRUNCATE ${tables.join(', ')}`);
  }

  private async measure(work: () => Promise<void>): Promise<Measurement> {
    const pids = processTree(this.app.pid);
    resetPeaks(pids);
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
