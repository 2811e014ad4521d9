import { JOB_KINDS } from './job-kinds';
import { JobQuota } from '../../src/jobs/job-quota';
import { IMPORT_KIND } from '../../src/imports/import-kind';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ResourceRegistry } from '../../src/catalog/registry';
import { readSettings, type Settings } from '../../src/config/settings';
import { createDataSource, runMigrations } from '../../src/database/data-source';
import { Database } from '../../src/database/database';
import { inWorkspace } from '../../src/database/work-context';
import type { Sql } from '../../src/database/sql';
import { Pools } from '../../src/database/pools';
import { asOwner, oneWorkspace } from '../../src/database/row-level-security';
import { ImportPipeline } from '../../src/imports/import-pipeline';
import { ImportStore } from '../../src/imports/import-store';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { JobStore } from '../../src/jobs/job-store';
import type { ImportOptions } from '../../src/imports/import-options';
import { TypeReader } from '../../src/records/type-reader';
import { RESOURCES } from '../../src/resources/resources.module';
import { LocalBlobStorage } from '../../src/storage/local/local-blob-storage';
import { SourceReadingThreads } from './source-reading-threads';
import { createMigratedDatabase, createTestDatabase } from './test-database';

/** What one import of the harness is asked; everything but the file has the default of the API. */
export interface HarnessImport {
  file: string | Buffer;
  resourceType?: string;
  format?: 'csv' | 'json' | 'ndjson';
  onError?: 'abort' | 'continue';
  identifierColumn?: string;
  mapping?: Record<string, string | null>;
  defaults?: Record<string, unknown>;
  dryRun?: boolean;
  spreadsheetSafe?: boolean;
  options?: ImportOptions;
}

/** Runs imports on a new database without HTTP and without a queue: claim, run, read the job. */
export class ImportHarness {
  readonly registry = new ResourceRegistry(RESOURCES);
  readonly types: TypeReader;
  readonly quota: JobQuota;
  private readonly threads: SourceReadingThreads;
  workspaceId = '';

  private constructor(
    readonly settings: Settings,
    /** All of the database, without row-level security. */
    readonly database: Database,
    /** The database as the application has it: one workspace, or nothing. */
    readonly app: Database,
    readonly storage: LocalBlobStorage,
    private readonly pools: Pools,
    private readonly cleanUp: () => Promise<void>,
  ) {
    this.types = new TypeReader(this.registry, settings);
    this.quota = new JobQuota(app, JOB_KINDS, settings);
    this.threads = new SourceReadingThreads(settings);
  }

  static async start(overrides: Partial<Settings> = {}): Promise<ImportHarness> {
    const { pointsPartitions } = overrides;
    const created = await (pointsPartitions === undefined ? createMigratedDatabase() : createTestDatabase());
    const folder = await mkdtemp(join(tmpdir(), 'almagest-import-'));
    const settings = { ...readSettings({}), databaseUrl: created.url, dataDir: folder, ...overrides };
    if (pointsPartitions !== undefined) await migrate(settings);
    const pools = new Pools(settings);
    const harness = new ImportHarness(
      settings,
      new Database(pools, asOwner, 'jobs'),
      new Database(pools, oneWorkspace, 'jobs'),
      new LocalBlobStorage(join(folder, 'files')),
      pools,
      async () => {
        await created.drop();
        await rm(folder, { recursive: true });
      },
    );
    harness.workspaceId = await harness.addWorkspace('main');
    return harness;
  }

  async stop(): Promise<void> {
    await this.threads.onApplicationShutdown();
    await this.pools.onApplicationShutdown();
    await this.cleanUp();
  }

  async addWorkspace(slug: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO workspaces (slug, name) VALUES ($1, $1) RETURNING id`,
      [slug],
    );
    return row?.id ?? '';
  }

  /**
   * Adds an instrument type with custom fields, each `key:data_type`, `!` behind it when required.
   */
  async addType(identifier: string, ...fields: string[]): Promise<string> {
    const [type] = await this.database.query<{ id: string }>(
      `INSERT INTO instrument_types (workspace_id, identifier, name) VALUES ($1, $2, $2) RETURNING id`,
      [this.workspaceId, identifier],
    );
    for (const [order, field] of fields.entries()) {
      const [, key = '', dataType = 'text', required = ''] = /^(\w+)(?::(\w+))?(!)?$/.exec(field) ?? [];
      await this.database.query(
        `INSERT INTO instrument_type_fields (workspace_id, type_id, field_key, field_label, data_type, is_required,
           has_default, default_value, allow_null, display_order)
         VALUES ($1, $2, $3, $3, $4, $5, false, NULL, NOT $5, $6)`,
        [this.workspaceId, type?.id ?? '', key, dataType, required === '!', order],
      );
    }
    return type?.id ?? '';
  }

  /** Adds a series with items, none for a scalar one. */
  async addSeries(identifier: string, ...items: string[]): Promise<void> {
    const kind = items.length > 0 ? 'composite' : 'scalar';
    const [series] = await this.database.query<{ id: string }>(
      `INSERT INTO series (workspace_id, identifier, name, kind) VALUES ($1, $2, $2, $3) RETURNING id`,
      [this.workspaceId, identifier, kind],
    );
    for (const [order, item] of items.entries()) {
      await this.database.query(
        `INSERT INTO series_fields (workspace_id, type_id, field_key, field_label, data_type, is_required, has_default,
           default_value, allow_null, display_order)
         VALUES ($1, $2, $3, $3, 'number', $4, false, NULL, NOT $4, $5)`,
        [this.workspaceId, series?.id ?? '', item.replace('!', ''), item.endsWith('!'), order],
      );
    }
  }

  /** Statements as the application sends them from inside of the workspace. */
  get inside(): Sql {
    return { query: (text, params) => inWorkspace(this.workspaceId, () => this.app.query(text, params)) };
  }

  /** Queues an import, without running it. */
  async queue(wanted: HarnessImport): Promise<string> {
    const id = randomUUID();
    const bytes = Buffer.from(wanted.file);
    const stored = await this.storage.put(`imports/${id}`, [bytes] as unknown as AsyncIterable<Uint8Array>);
    await new ImportStore(this.database, this.registry).insert(this.database, {
      id,
      workspaceId: this.workspaceId,
      createdBy: id,
      resourceType: wanted.resourceType ?? 'instruments',
      format: wanted.format ?? 'csv',
      onError: wanted.onError ?? 'abort',
      identifierColumn: wanted.identifierColumn ?? null,
      dryRun: wanted.dryRun ?? false,
      spreadsheetSafe: wanted.spreadsheetSafe ?? false,
      mapping: wanted.mapping ?? {},
      defaults: JSON.stringify(wanted.defaults ?? {}),
      options: wanted.options ?? {},
      fileName: 'file.csv',
      fileSize: stored.size,
      fileSha256: stored.sha256,
      blobKey: `imports/${id}`,
    });
    return id;
  }

  /** Claims a queued import and runs it in this process. */
  async work(id: string, signal: AbortSignal = new AbortController().signal): Promise<void> {
    const store = new JobStore(this.app, this.settings);
    const job = await store.claim(IMPORT_KIND, id, 'harness');
    if (job === null) throw new Error(`Import ${id} cannot be claimed.`);
    const { app, storage, quota, registry, threads, settings } = this;
    const runner = new ImportPipeline(app, storage, quota, registry, threads, settings);
    await inWorkspace(job.workspaceId, () => runner.run(job, signal));
    await store.forget(job);
  }

  async job(id: string): Promise<ImportJobDto> {
    const job = await new ImportStore(this.database, this.registry).find(this.workspaceId, id);
    if (job === null) throw new Error(`There is no import ${id}.`);
    return job;
  }

  async import(wanted: HarnessImport): Promise<ImportJobDto> {
    const id = await this.queue(wanted);
    await this.work(id);
    return this.job(id);
  }

  /** Every instrument of the workspace, in the order of its key. */
  instruments(): Promise<Record<string, unknown>[]> {
    return this.database.query(
      `SELECT r.identifier, r.name, t.identifier AS type, r.field_values, r.extras, r.archived_at IS NOT NULL AS archived
       FROM instruments r JOIN instrument_types t ON t.id = r.type_id WHERE r.workspace_id = $1 ORDER BY 1`,
      [this.workspaceId],
    );
  }
}

/** The number of partitions is read by a migration, so the template serves only the default. */
async function migrate(settings: Settings): Promise<void> {
  const dataSource = await createDataSource(settings, []).initialize();
  await runMigrations(dataSource);
  await dataSource.destroy();
}
