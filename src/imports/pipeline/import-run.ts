import type { Binder } from '../../catalog/binding/binder';
import type { GivenFields } from '../../catalog/importing/given-fields';
import type { StageLayout } from '../../catalog/importing/stage-layout';
import type { RecordType } from '../../catalog/record-type';
import type { ResourceRegistry } from '../../catalog/registry';
import type { Settings } from '../../config/settings';
import type { Sql, SqlSession } from '../../database/sql';
import type { ClaimedJob } from '../../jobs/job';
import type { BlobStorage } from '../../storage/blob-storage';
import type { ImportRequest } from './import-request';
import type { KeyOrder } from './key-order';

/** One attempt of one import: what every step of the pipeline works with. */
export interface ImportRun {
  readonly job: ClaimedJob;
  readonly request: ImportRequest;
  /** Aborted with a `StopReason`; steps call `stop.throwIfAborted()` between two pieces of work. */
  readonly stop: AbortSignal;
  /** The attempt's own connection: its TEMP tables and its transactions. */
  readonly session: SqlSession;
  /** The pool, for look-ups while the session takes rows. */
  readonly pool: Sql;
  readonly storage: BlobStorage;
  readonly settings: Settings;
  readonly registry: ResourceRegistry;
  readonly types: readonly RecordType[];
  readonly binder: Binder;
  readonly layout: StageLayout;
  readonly given: GivenFields;
  readonly order: KeyOrder;
}
