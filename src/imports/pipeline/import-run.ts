import type { GivenFields } from '../../catalog/importing/given-fields';
import type { Settings } from '../../config/settings';
import type { Sql, SqlSession } from '../../database/sql';
import type { ClaimedJob } from '../../jobs/job';
import type { BlobStorage } from '../../storage/blob-storage';
import type { ReadingContext } from '../reading/reading-context';
import type { ReadingThreads } from '../reading/reading-threads';
import type { ErrorReport } from './error-report';
import type { ImportRequest } from './import-request';

/** One attempt of one import: what every step of the pipeline works with. */
export interface ImportRun extends ReadingContext {
  readonly job: ClaimedJob;
  readonly request: ImportRequest;
  /** Aborted with a `StopReason`; steps call `stop.throwIfAborted()` between two pieces of work. */
  readonly stop: AbortSignal;
  /** The attempt's own connection: its TEMP tables and its transactions. */
  readonly session: SqlSession;
  /** The pool for what belongs to no one workspace: the lease of the job. */
  readonly everywhere: Sql;
  readonly storage: BlobStorage;
  readonly threads: ReadingThreads;
  readonly settings: Settings;
  readonly given: GivenFields;
  readonly report: ErrorReport;
  /** Whether the keys of the file ascend, as far as it was read. */
  readonly order: { ascending: boolean };
}
