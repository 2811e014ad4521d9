import { Injectable } from '@nestjs/common';
import { parseJson } from '../formats/json/parse-json';
import { isJsonObject } from '../formats/json/json-value';
import { ResourceRegistry } from '../catalog/registry';
import { Database } from '../database/database';
import type { Mapping } from '../catalog/binding/binder';
import type { Sql } from '../database/sql';
import type { JobStatus } from '../jobs/job';
import { REPORTED_PROGRESS } from '../jobs/fence';
import type { ImportJobDto, RowErrorDto } from './import-job.dto';
import type { JobOptionsDto } from './job-options.dto';
import { DEFAULT_OPTIONS, type ImportOptions } from './import-options';

/** The columns of a new import. */
export interface NewImport {
  id: string;
  workspaceId: string;
  createdBy: string;
  resourceType: string;
  format: string;
  onError: string;
  identifierColumn: string | null;
  dryRun: boolean;
  spreadsheetSafe: boolean;
  mapping: Mapping;
  /** JSON text, so that the digits of a number stay. */
  defaults: string;
  options: ImportOptions;
  fileName: string | null;
  fileSize: number;
  fileSha256: string;
  blobKey: string;
}

type ViewRow = Omit<
  ImportJobDto,
  'file_size' | 'defaults' | 'errors' | 'identifier_column' | keyof JobOptionsDto
> & {
  options: ImportOptions;
  identifier_column: string | null;
  file_size: string;
  defaults: string | null;
  seq: string;
};

const INLINE_ERRORS = 100;

const VIEW = `
  id, seq, status, resource_type, format, on_error, identifier_column, dry_run, spreadsheet_safe,
  coalesce(mapping, '{}') AS mapping, defaults, options, file_name, file_size, file_sha256, row_count, processed_count,
  created_count, updated_count, unchanged_count, failed_count, skipped_count, restored_count, unprocessed_count,
  ${REPORTED_PROGRESS} AS progress, error_count, error_summary, warning_count, warnings, ignored_columns, created_by,
  almagest_instant(created_at) AS created_at, almagest_instant(started_at) AS started_at,
  almagest_instant(finished_at) AS finished_at`;

/** Reads and writes the rows of imports. */
@Injectable()
export class ImportStore {
  constructor(
    private readonly database: Database,
    private readonly registry: ResourceRegistry,
  ) {}

  /** Inserts a queued import; nothing happens when it is there already, after a COMMIT whose answer was lost. */
  async insert(tx: Sql, job: NewImport): Promise<void> {
    await tx.query(
      `INSERT INTO import_jobs (id, workspace_id, created_by, resource_type, format, on_error, identifier_column,
         dry_run, spreadsheet_safe, mapping, defaults, options, file_name, file_size, file_sha256, blob_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::json, $12::jsonb, $13, $14, $15, $16)
       ON CONFLICT (id) DO NOTHING`,
      [
        job.id,
        job.workspaceId,
        job.createdBy,
        job.resourceType,
        job.format,
        job.onError,
        job.identifierColumn,
        job.dryRun,
        job.spreadsheetSafe,
        JSON.stringify(job.mapping),
        job.defaults,
        JSON.stringify(job.options),
        job.fileName,
        job.fileSize,
        job.fileSha256,
        job.blobKey,
      ],
    );
  }

  /** One import with its first errors; null when the workspace has none of this id. */
  async find(workspaceId: string, id: string, sql: Sql = this.database): Promise<ImportJobDto | null> {
    const [row] = await sql.query<ViewRow>(
      `SELECT ${VIEW} FROM import_jobs WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId],
    );
    if (!row) return null;
    const errors = row.error_count > 0 ? await this.errors(workspaceId, id, 0, INLINE_ERRORS) : [];
    return this.view(row, errors).job;
  }

  /** Imports of a workspace, newest first, after the one numbered `after`; one more than `limit`, to see whether there are more. */
  async list(
    workspaceId: string,
    {
      status,
      resourceType,
      after,
      limit,
    }: { status?: JobStatus; resourceType?: string; after: string | null; limit: number },
  ): Promise<{ job: ImportJobDto; seq: string }[]> {
    const rows = await this.database.query<ViewRow>(
      `SELECT ${VIEW} FROM import_jobs
       WHERE workspace_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR resource_type = $3)
         AND ($4::bigint IS NULL OR seq < $4)
       ORDER BY seq DESC LIMIT $5`,
      [workspaceId, status ?? null, resourceType ?? null, after, limit + 1],
    );
    const failed = rows.filter(({ error_count }) => error_count > 0).map(({ id }) => id);
    const errors = await this.firstErrors(workspaceId, failed);
    return rows.map((row) => this.view(row, errors.get(row.id) ?? []));
  }

  /** Errors numbered from `after` + 1, in the order of the report. */
  errors(
    workspaceId: string,
    id: string,
    after: number,
    limit: number,
  ): Promise<(RowErrorDto & { seq: number })[]> {
    return this.database.query(
      `SELECT seq, "row", line, "column", code, message, value FROM import_row_errors
       WHERE workspace_id = $1 AND job_id = $2 AND seq > $3 ORDER BY seq LIMIT $4`,
      [workspaceId, id, after, limit],
    );
  }

  /** Where the uploaded file of an import is, and what a reader of it must know. */
  async file(workspaceId: string, id: string): Promise<ImportFile | null> {
    const [row] = await this.database.query<ImportFile>(
      `SELECT status, format, on_error, resource_type, options, blob_key, blob_removed_at IS NOT NULL AS removed, file_name,
              file_size
       FROM import_jobs WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId],
    );
    return row ?? null;
  }

  private async firstErrors(
    workspaceId: string,
    ids: readonly string[],
  ): Promise<Map<string, RowErrorDto[]>> {
    const byJob = new Map<string, RowErrorDto[]>();
    if (ids.length === 0) return byJob;
    const rows = await this.database.query<RowErrorDto & { job_id: string; seq: number }>(
      `SELECT job_id, seq, "row", line, "column", code, message, value FROM import_row_errors
       WHERE workspace_id = $1 AND job_id = ANY ($2::uuid[]) AND seq <= $3 ORDER BY job_id, seq`,
      [workspaceId, ids, INLINE_ERRORS],
    );
    for (const row of rows) byJob.set(row.job_id, [...(byJob.get(row.job_id) ?? []), rowError(row)]);
    return byJob;
  }

  private view(
    { seq, options, ...row }: ViewRow,
    errors: readonly RowErrorDto[],
  ): { job: ImportJobDto; seq: string } {
    const defaults = row.defaults === null ? {} : parseJson(row.defaults, { depth: 32 });
    const job = {
      ...row,
      ...DEFAULT_OPTIONS,
      ...options,
      identifier_column: row.identifier_column ?? this.registry.get(row.resource_type).naturalKey.join(','),
      file_size: Number(row.file_size),
      defaults: isJsonObject(defaults) ? defaults : {},
      errors: errors.map(rowError),
    };
    return { job, seq };
  }
}

/** The stored upload of an import. */
export interface ImportFile {
  status: JobStatus;
  format: 'csv' | 'json' | 'ndjson';
  on_error: 'abort' | 'continue';
  resource_type: string;
  options: ImportOptions;
  blob_key: string;
  removed: boolean;
  file_name: string | null;
  /** Bytes, as Postgres prints them. */
  file_size: string;
}

/** A row error without what only the store needs. */
export const rowError = ({ row, line, column, code, message, value }: RowErrorDto): RowErrorDto => ({
  row,
  line,
  column,
  code,
  message,
  value,
});
