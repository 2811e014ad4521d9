import { Binder } from '../../catalog/binding/binder';
import { layOutStage, type StageLayout } from '../../catalog/importing/stage-layout';
import type { RecordType } from '../../catalog/record-type';
import type { ResourceRegistry } from '../../catalog/registry';
import type { Sql } from '../../database/sql';
import type { FormatLimits } from '../../formats/format';
import type { ImportRequest } from '../pipeline/import-request';

/** What reading needs of the request. */
export type ReadingRequest = Pick<
  ImportRequest,
  'resourceType' | 'format' | 'onError' | 'identifierColumn' | 'spreadsheetSafe' | 'mapping' | 'defaults'
>;

/** All that the reading of one file works with: no session, no storage and nothing of the job's life. */
export interface ReadingContext {
  readonly workspaceId: string;
  readonly request: ReadingRequest;
  readonly limits: FormatLimits;
  readonly registry: ResourceRegistry;
  /** The types that records of the workspace may have. */
  readonly types: readonly RecordType[];
  readonly binder: Binder;
  readonly layout: StageLayout;
  /** Answers look-ups, outside of the attempt's session. */
  readonly pool: Sql;
}

/** Puts together what follows from the request. */
export function openReading(given: Omit<ReadingContext, 'binder' | 'layout'>): ReadingContext {
  const resource = given.registry.get(given.request.resourceType);
  const binder = new Binder(resource, given.types, given.request);
  return { ...given, binder, layout: layOutStage(resource, binder.match) };
}
