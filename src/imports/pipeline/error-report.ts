import { fileErrorOf, type RowError } from '../../catalog/reading/row-error';
import type { Settings } from '../../config/settings';
import type { Database } from '../../database/database';
import type { Sql } from '../../database/sql';
import type { ClaimedJob, JobError } from '../../jobs/job';
import { type JobQuota, TooManyBytesError } from '../../jobs/job-quota';
import { literal } from '../../catalog/sql/sql-text';
import type { StageLayout } from '../../catalog/importing/stage-layout';
import type { RowRange } from './counts';

/** Errors of the rows in a range, of both phases, in the order of the report. `$1` and `$2` bound the range. */
export const RANGE_ERRORS_SQL = `
  SELECT row, line, col, code, message, value, phase, nr FROM (
    SELECT row, line, col, code, message, value, 0 AS phase, nr FROM read_errors WHERE row > $1 AND row <= $2
    UNION ALL
    SELECT row, line, col, code, message, value, 1 AS phase, nr FROM classify_errors WHERE row > $1 AND row <= $2
  ) errors`;

/**
 * The same with the rows and the columns of the file, as reports show them; `staged_row` is null where it is the row of
 * the file. Under `unpivot` one row of the file is many staged ones.
 */
export function shownErrorsSql({ unpivoted }: StageLayout): string {
  if (unpivoted === null) {
    return `SELECT row, line, col, code, message, value, phase, nr, row AS seen, NULL::integer AS staged_row FROM (${RANGE_ERRORS_SQL}) errors`;
  }
  const fed = unpivoted.map(literal).join(', ');
  return `
    SELECT file_row AS row, line, col, code, message, value, 0 AS phase, nr, row AS seen, row AS staged_row
    FROM read_errors WHERE row > $1 AND row <= $2
    UNION ALL
    SELECT s._file_row, e.line, CASE WHEN e.col IS NULL OR e.col IN (${fed}) THEN s._file_column ELSE e.col END,
           e.code, e.message, e.value, 1, e.nr, e.row, e.row
    FROM classify_errors e JOIN staged s ON s._row = e.row
    WHERE e.row > $1 AND e.row <= $2 AND s._row > $1 AND s._row <= $2`;
}

/** What a row error takes in its table and index beside its texts, in bytes. */
const ROW_BYTES = 130;
/** Bytes that the row errors selected take. */
const errorBytesSql = (column: string): string =>
  `coalesce(sum(${ROW_BYTES} + octet_length(concat(${column}, code, message, value))), 0)`;

/** The report has no space for the errors of a range, nothing of which is applied then. Ends the import as failed. */
export class ReportFullError extends Error {
  constructor(readonly reason: JobError) {
    super(reason.message);
  }
}

/** The bytes of an import's row errors: they count towards what the workspace may store, and one report is bounded. */
export class ErrorReport {
  private constructor(
    private readonly quota: JobQuota,
    private readonly job: ClaimedJob,
    private readonly settings: Pick<Settings, 'errorReportBytes'>,
    /** Bytes of the errors that are committed. */
    private stored: number,
  ) {}

  /** The report of a claimed import, with the errors that its former attempts and readings left. */
  static async open(
    database: Database,
    quota: JobQuota,
    job: ClaimedJob,
    settings: Pick<Settings, 'errorReportBytes'>,
  ): Promise<ErrorReport> {
    const [row] = await database.query<{ bytes: string }>(
      `SELECT ${errorBytesSql('"column"')} AS bytes FROM import_row_errors WHERE job_id = $1 AND workspace_id = $2`,
      [job.id, job.workspaceId],
    );
    return new ErrorReport(quota, job, settings, Number(row?.bytes ?? 0));
  }

  /**
   * Reserves the bytes of the errors of a range and returns their number, for `add` when the range is committed; may be
   * repeated until then. `before`: bytes reserved in the same transaction, which the number includes. Throws a
   * ReportFullError.
   */
  async reserve(tx: Sql, { from, to }: RowRange, before = 0): Promise<number> {
    const [row] = await tx.query<{ bytes: string }>(
      `SELECT ${errorBytesSql('col')} AS bytes FROM (${RANGE_ERRORS_SQL}) errors`,
      [from, to],
    );
    const bytes = before + Number(row?.bytes ?? 0);
    if (this.stored + bytes > this.settings.errorReportBytes) throw new ReportFullError(this.tooMany);
    try {
      await this.take(this.stored + bytes);
    } catch (error) {
      throw error instanceof TooManyBytesError ? new ReportFullError(error) : error;
    }
    return bytes;
  }

  /** Counts the bytes of errors that are committed. */
  add(bytes: number): void {
    this.stored += bytes;
  }

  /**
   * Reserves bytes for `errors` and returns those that fit. Where some are left out, the last one says why.
   */
  async fit(errors: readonly RowError[]): Promise<readonly RowError[]> {
    try {
      await this.take(this.stored + sizeOf(errors));
      return errors;
    } catch (error) {
      if (!(error instanceof TooManyBytesError)) throw error;
      const fitting: RowError[] = [];
      let left = error.left - this.stored;
      for (const one of errors) {
        left -= sizeOf([one]);
        if (left < 0) break;
        fitting.push(one);
      }
      await this.take(Math.min(this.stored + sizeOf(fitting), error.left));
      return [...fitting, fileErrorOf(error)];
    }
  }

  private take(bytes: number): Promise<number> {
    return this.quota.reserve(this.job, { bytes, wish: bytes });
  }

  private get tooMany(): JobError {
    const most = this.settings.errorReportBytes.toLocaleString('en');
    const message =
      `The errors of the file take more than the ${most} bytes that one report may have; the rest of it was not read. ` +
      'Is it the right file, mapping and resource type?';
    return { code: 'too_many_errors', message };
  }
}

const sizeOf = (errors: readonly RowError[]): number =>
  errors.reduce(
    (sum, { column, code, message, value }) =>
      sum + ROW_BYTES + Buffer.byteLength(`${column ?? ''}${code}${message}${value ?? ''}`),
    0,
  );

/** Reports the errors of a range; `before` is how many the report has already. */
export async function writeRangeErrors(
  tx: Sql,
  { job, layout }: { readonly job: ClaimedJob; readonly layout: StageLayout },
  { from, to }: RowRange,
  before: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO import_row_errors (workspace_id, job_id, seq, "row", line, "column", code, message, value, staged_row)
     SELECT $3, $4, $5::integer + row_number() OVER (ORDER BY seen, phase, nr), row, line, col, code, message, value, staged_row
     FROM (${shownErrorsSql(layout)}) errors`,
    [from, to, job.workspaceId, job.id, before],
  );
}

/** An error of a row, as the report shows it, with the number of the row among those that are staged. */
export interface ReportedError extends RowError {
  readonly stagedRow?: number;
}

/** Reads the errors of a range, the first `limit` of them in the order of the report. */
export async function readRangeErrors(
  tx: Sql,
  { layout }: { readonly layout: StageLayout },
  { from, to }: RowRange,
  limit: number,
): Promise<ReportedError[]> {
  return tx.query<ReportedError & Record<string, unknown>>(
    `SELECT row, line, col AS "column", code, message, value, seen AS "stagedRow" FROM (${shownErrorsSql(layout)}) errors
     ORDER BY seen, phase, nr LIMIT $3`,
    [from, to, limit],
  );
}

/** Reports errors that are in memory; `before` is how many the report has already. */
export async function writeErrors(
  tx: Sql,
  job: ClaimedJob,
  errors: readonly RowError[],
  before: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO import_row_errors (workspace_id, job_id, seq, "row", line, "column", code, message, value)
     SELECT $1, $2, $3::integer + nr, row, line, col, code, message, value
     FROM unnest($4::integer[], $5::integer[], $6::text[], $7::text[], $8::text[], $9::text[])
       WITH ORDINALITY AS error (row, line, col, code, message, value, nr)`,
    [
      job.workspaceId,
      job.id,
      before,
      errors.map(({ row }) => row),
      errors.map(({ line }) => line),
      errors.map(({ column }) => column),
      errors.map(({ code }) => code),
      errors.map(({ message }) => message),
      errors.map(({ value }) => value),
    ],
  );
}
