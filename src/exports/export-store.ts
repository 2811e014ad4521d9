import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import type { Compression } from '../formats/compression';
import type { FileFormat } from '../formats/format';
import type { JsonValue } from '../formats/json/json-value';
import { parseJson } from '../formats/json/parse-json';
import type { JobStatus } from '../jobs/job';
import { REPORTED_PROGRESS } from '../jobs/fence';
import type { ExportJobDto } from './export-job.dto';

/** The columns of a new export. */
export interface NewExport {
  readonly id: string;
  readonly workspaceId: string;
  readonly createdBy: string;
  readonly objectType: string;
  readonly format: FileFormat;
  readonly includeArchived: boolean;
  /** JSON text, so that the digits of a number stay; null: everything. */
  readonly filter: string | null;
  /** Compressed with gzip: the older form of `compression`. */
  readonly gzip: boolean;
  readonly compression: Compression | null;
  readonly spreadsheetSafe: boolean;
  readonly bom: boolean;
}

/** The row of an export: what clients see but for the URL, and what only the store needs. */
export interface ExportRow {
  readonly job: Omit<ExportJobDto, 'download_url'>;
  readonly seq: string;
  readonly workspaceId: string;
  readonly blobKey: string | null;
  /** The file has outlived its time. */
  readonly removed: boolean;
}

type ViewRow = Omit<ExportRow['job'], 'filter' | 'row_count' | 'byte_count'> & {
  filter: string | null;
  row_count: string | null;
  byte_count: string | null;
  seq: string;
  workspace_id: string;
  blob_key: string | null;
  removed: boolean;
};

const FILTER_DEPTH = 32;

/** Reads the filter of a job row: JSON text; null for everything. */
export const readStoredFilter = (text: string | null): JsonValue =>
  text === null ? null : parseJson(text, { depth: FILTER_DEPTH });

const VIEW = `
  id, status, object_type, format, include_archived, filter, gzip, spreadsheet_safe, bom, row_count, byte_count, sha256,
  ${REPORTED_PROGRESS} AS progress, almagest_instant(snapshot_at) AS snapshot_at,
  error, almagest_instant(expires_at) AS expires_at, created_by, almagest_instant(created_at) AS created_at,
  almagest_instant(started_at) AS started_at, almagest_instant(finished_at) AS finished_at,
  compression, seq, workspace_id, blob_key, blob_removed_at IS NOT NULL AS removed`;

/** Reads and writes the rows of exports. */
@Injectable()
export class ExportStore {
  constructor(private readonly database: Database) {}

  async insert(tx: Sql, job: NewExport): Promise<void> {
    await tx.query(
      `INSERT INTO export_jobs (id, workspace_id, created_by, object_type, format, include_archived, filter, gzip,
         spreadsheet_safe, bom, compression)
       VALUES ($1, $2, $3, $4, $5, $6, $7::json, $8, $9, $10, $11)`,
      [
        job.id,
        job.workspaceId,
        job.createdBy,
        job.objectType,
        job.format,
        job.includeArchived,
        job.filter,
        job.gzip,
        job.spreadsheetSafe,
        job.bom,
        job.compression,
      ],
    );
  }

  /** Null when the workspace has no export of this id, which must be a UUID. */
  async find(workspaceId: string, id: string): Promise<ExportRow | null> {
    const [row] = await this.database.query<ViewRow>(
      `SELECT ${VIEW} FROM export_jobs WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId],
    );
    return row ? view(row) : null;
  }

  /** At most `limit` exports of a workspace, newest first, after the one numbered `after`. */
  async list(
    workspaceId: string,
    wanted: { status: JobStatus | null; objectType: string | null; after: string | null; limit: number },
  ): Promise<ExportRow[]> {
    const rows = await this.database.query<ViewRow>(
      `SELECT ${VIEW} FROM export_jobs
       WHERE workspace_id = $1 AND ($2::text IS NULL OR status = $2) AND ($3::text IS NULL OR object_type = $3)
         AND ($4::bigint IS NULL OR seq < $4)
       ORDER BY seq DESC LIMIT $5`,
      [workspaceId, wanted.status, wanted.objectType, wanted.after, wanted.limit],
    );
    return rows.map(view);
  }
}

function view({ seq, workspace_id, blob_key, removed, ...row }: ViewRow): ExportRow {
  const job = {
    ...row,
    filter: readStoredFilter(row.filter),
    row_count: row.row_count === null ? null : Number(row.row_count),
    byte_count: row.byte_count === null ? null : Number(row.byte_count),
  };
  return { job, seq, workspaceId: workspace_id, blobKey: blob_key, removed };
}
