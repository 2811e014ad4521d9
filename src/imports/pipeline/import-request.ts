import type { Mapping } from '../../catalog/binding/binder';
import type { Warning } from '../../catalog/reading/warnings';
import type { FileFormat } from '../../formats/format';
import type { Sql } from '../../database/sql';
import type { ClaimedJob } from '../../jobs/job';
import type { ImportOptions } from '../import-options';
import { readDefaults, type ReadingRequest } from '../reading/reading-context';
import type { Counts } from './counts';
import type { ErrorGroup } from './error-summary';
import type { Outcome } from './outcome';

/** What a claimed import was asked to do, and how far its former attempts came. */
export interface ImportRequest extends ReadingRequest {
  readonly dryRun: boolean;
  /** Bytes. */
  readonly fileSize: number;
  readonly blobKey: string;
  /** Rows up to this one are done, durably. */
  readonly checkpointRow: number;
  /** What became of them. */
  readonly done: Outcome;
}

interface ImportRow {
  resource_type: string;
  format: FileFormat;
  on_error: 'abort' | 'continue';
  identifier_column: string | null;
  dry_run: boolean;
  spreadsheet_safe: boolean;
  mapping: Mapping | null;
  defaults: string | null;
  options: ImportOptions;
  file_size: string;
  blob_key: string;
  checkpoint_row: number;
  created_count: number;
  updated_count: number;
  unchanged_count: number;
  failed_count: number;
  skipped_count: number;
  error_count: number;
  restored_count: number;
  warnings: readonly Warning[];
  error_summary: readonly ErrorGroup[];
}

const countsOf = (row: ImportRow): Counts => ({
  created: row.created_count,
  updated: row.updated_count,
  unchanged: row.unchanged_count,
  failed: row.failed_count,
  skipped: row.skipped_count,
  errors: row.error_count,
  restored: row.restored_count,
});

/** Reads the job row of an import that this worker holds. */
export async function loadImportRequest(sql: Sql, job: ClaimedJob): Promise<ImportRequest> {
  const [row] = await sql.query<ImportRow>(
    `SELECT resource_type, format, on_error, identifier_column, dry_run, spreadsheet_safe, mapping, defaults, options,
            file_size, blob_key, checkpoint_row, created_count, updated_count, unchanged_count, failed_count, skipped_count,
            error_count, restored_count, warnings, error_summary
     FROM import_jobs WHERE id = $1 AND workspace_id = $2`,
    [job.id, job.workspaceId],
  );
  if (row === undefined) throw new Error(`Import ${job.id} has no row.`);
  return {
    resourceType: row.resource_type,
    format: row.format,
    onError: row.on_error,
    identifierColumn: row.identifier_column,
    dryRun: row.dry_run,
    spreadsheetSafe: row.spreadsheet_safe,
    mapping: row.mapping ?? {},
    defaults: readDefaults(row.defaults ?? '{}'),
    options: row.options,
    fileSize: Number(row.file_size),
    blobKey: row.blob_key,
    checkpointRow: row.checkpoint_row,
    done: { counts: countsOf(row), warnings: row.warnings, errorSummary: row.error_summary },
  };
}
