import { fileErrorOf, type RowError } from '../../catalog/reading/row-error';
import type { Settings } from '../../config/settings';
import type { Database } from '../../database/database';
import type { Sql } from '../../database/sql';
import type { ClaimedJob, JobError } from '../../jobs/job';
import { type JobQuota, TooManyBytesError } from '../../jobs/job-quota';
import type { Counts } from './counts';
import { RANGE_ERRORS_SQL, type RowRange } from './row-range';

/** What a row error takes in its table and index beside its texts, in bytes. */
const ROW_BYTES = 130;
/** Bytes that the row errors selected take. */
const errorBytesSql = (column: string): string =>
  `coalesce(sum(${ROW_BYTES} + octet_length(concat(${column}, code, message, value))), 0)`;

/** There is no place for the errors of a range; `counts` are those of the ranges before it. Ends the import as failed. */
export class ReportFullError extends Error {
  constructor(
    readonly reason: JobError,
    readonly counts: Counts,
  ) {
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
    private kept: number,
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
   * Reserves the bytes of the errors of a range and answers their number, which `keep` takes when the range is committed; may
   * be repeated until then. Throws a ReportFullError with `before`.
   */
  async reserve(tx: Sql, { from, to }: RowRange, before: Counts): Promise<number> {
    const [row] = await tx.query<{ bytes: string }>(
      `SELECT ${errorBytesSql('col')} AS bytes FROM (${RANGE_ERRORS_SQL}) errors`,
      [from, to],
    );
    const bytes = Number(row?.bytes ?? 0);
    if (this.kept + bytes > this.settings.errorReportBytes) throw new ReportFullError(this.tooMany, before);
    try {
      await this.take(this.kept + bytes);
    } catch (error) {
      throw error instanceof TooManyBytesError ? new ReportFullError(error, before) : error;
    }
    return bytes;
  }

  keep(bytes: number): void {
    this.kept += bytes;
  }

  /**
   * Reserves bytes for `errors`, and answers those for which there is place. Where some are left out, the last one says why.
   */
  async fit(errors: readonly RowError[]): Promise<readonly RowError[]> {
    try {
      await this.take(this.kept + sizeOf(errors));
      return errors;
    } catch (error) {
      if (!(error instanceof TooManyBytesError)) throw error;
      const fitting: RowError[] = [];
      let left = error.left - this.kept;
      for (const one of errors) {
        left -= sizeOf([one]);
        if (left < 0) break;
        fitting.push(one);
      }
      await this.take(Math.min(this.kept + sizeOf(fitting), error.left));
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
