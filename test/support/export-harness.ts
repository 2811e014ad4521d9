import { EXPORT_KIND } from '../../src/exports/export-kind';
import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { inWorkspace } from '../../src/database/work-context';
import type { FileFormat } from '../../src/formats/format';
import type { ExportJobDto } from '../../src/exports/export-job.dto';
import { ExportPipeline } from '../../src/exports/export-pipeline';
import { ExportStore } from '../../src/exports/export-store';
import type { ClaimedJob } from '../../src/jobs/job';
import { JobStore } from '../../src/jobs/job-store';
import type { ImportHarness } from './import-harness';

/** What one export of the harness is asked; everything has the default of the API. */
export interface HarnessExport {
  objectType?: string;
  format?: FileFormat;
  includeArchived?: boolean;
  filter?: object;
  gzip?: boolean;
  spreadsheetSafe?: boolean;
  bom?: boolean;
}

/** Runs exports beside imports of the same harness: claim, run, read the file. */
export class ExportHarness {
  readonly store: ExportStore;
  readonly jobs: JobStore;

  constructor(readonly base: ImportHarness) {
    this.store = new ExportStore(base.database);
    this.jobs = new JobStore(base.database, base.settings);
  }

  /** So many instruments of the type `equity`, made in the database; the first is number `from`. */
  async generate(count: number, from = 1): Promise<void> {
    await this.base.database.query(
      `INSERT INTO instruments (workspace_id, identifier, name, type_id, field_values)
       SELECT $1, 'n' || lpad(n::text, 8, '0'), repeat('x', 200), t.id, '{"isin":"US"}'
       FROM generate_series($2::int, $3::int) n, instrument_types t
       WHERE t.workspace_id = $1 AND t.identifier = 'equity'`,
      [this.base.workspaceId, from, from + count - 1],
    );
  }

  /** Queues an export, without running it. */
  async queue(wanted: HarnessExport = {}, workspaceId = this.base.workspaceId): Promise<string> {
    const id = randomUUID();
    await this.store.insert(this.base.database, {
      id,
      workspaceId,
      createdBy: id,
      objectType: wanted.objectType ?? 'instruments',
      format: wanted.format ?? 'csv',
      includeArchived: wanted.includeArchived ?? false,
      filter: wanted.filter === undefined ? null : JSON.stringify(wanted.filter),
      gzip: wanted.gzip ?? false,
      compression: wanted.gzip === true ? 'gzip' : null,
      spreadsheetSafe: wanted.spreadsheetSafe ?? false,
      bom: wanted.bom ?? false,
    });
    return id;
  }

  async claim(id: string): Promise<ClaimedJob> {
    const job = await this.jobs.claim(EXPORT_KIND, id, 'harness');
    if (job === null) throw new Error(`Export ${id} cannot be claimed.`);
    return job;
  }

  run(job: ClaimedJob, stop: AbortSignal = new AbortController().signal): Promise<void> {
    const { app, storage, quota, registry, types, settings } = this.base;
    const runner = new ExportPipeline(app, storage, quota, registry, types, settings);
    return inWorkspace(job.workspaceId, () => runner.run(job, stop));
  }

  async job(id: string, workspaceId = this.base.workspaceId): Promise<Omit<ExportJobDto, 'download_url'>> {
    const row = await this.store.find(workspaceId, id);
    if (row === null) throw new Error(`There is no export ${id}.`);
    return row.job;
  }

  /** The bytes of a completed export, as they would be downloaded. */
  async bytes(id: string, workspaceId = this.base.workspaceId): Promise<Buffer> {
    const row = await this.store.find(workspaceId, id);
    if (!row?.blobKey) throw new Error(`Export ${id} has no file: ${JSON.stringify(row?.job)}`);
    const chunks: Buffer[] = [];
    for await (const chunk of await this.base.storage.open(row.blobKey)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  /** Exports and returns the text of the file. */
  async export(wanted: HarnessExport = {}, workspaceId = this.base.workspaceId): Promise<string> {
    const id = await this.queue(wanted, workspaceId);
    await this.run(await this.claim(id));
    const bytes = await this.bytes(id, workspaceId);
    return (wanted.gzip ? gunzipSync(bytes) : bytes).toString('utf8');
  }

  /** Keys of the files that exports left in the storage. */
  async files(): Promise<string[]> {
    const keys: string[] = [];
    for await (const { key } of this.base.storage.list('exports')) keys.push(key);
    return keys;
  }
}
