import type { Compression } from '../../formats/compression';
import type { FileFormat } from '../../formats/format';
import type { JsonValue } from '../../formats/json/json-value';
import type { Sql } from '../../database/sql';
import type { ClaimedJob } from '../../jobs/job';
import { readStoredFilter } from '../export-store';

/** The request of a claimed export. */
export interface ExportRequest {
  readonly objectType: string;
  readonly format: FileFormat;
  readonly includeArchived: boolean;
  /** Null: everything. */
  readonly filter: JsonValue;
  readonly compression: Compression | null;
  readonly spreadsheetSafe: boolean;
  /** CSV: the file begins with a byte order mark. */
  readonly bom: boolean;
}

interface RequestRow {
  object_type: string;
  format: FileFormat;
  include_archived: boolean;
  filter: string | null;
  compression: Compression | null;
  spreadsheet_safe: boolean;
  bom: boolean;
}

/** Reads the request from the job row of a claimed export. */
export async function loadExportRequest(sql: Sql, job: ClaimedJob): Promise<ExportRequest> {
  const [row] = await sql.query<RequestRow>(
    `SELECT object_type, format, include_archived, filter, compression, spreadsheet_safe, bom
     FROM export_jobs WHERE id = $1 AND workspace_id = $2`,
    [job.id, job.workspaceId],
  );
  if (row === undefined) throw new Error(`Export ${job.id} has no row.`);
  return {
    objectType: row.object_type,
    format: row.format,
    includeArchived: row.include_archived,
    filter: readStoredFilter(row.filter),
    compression: row.compression,
    spreadsheetSafe: row.spreadsheet_safe,
    bom: row.bom,
  };
}
