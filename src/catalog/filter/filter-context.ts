import type { ResourceRegistry } from '../registry';
import type { ResourceDescription } from '../resource';
import type { SqlParams } from '../sql/sql-params';

/** What the SQL of a filter or a sort is built into. */
export interface FilterContext {
  readonly resource: ResourceDescription;
  readonly registry: ResourceRegistry;
  /** Placeholder of the workspace, such as `$1`. */
  readonly workspace: string;
  readonly params: SqlParams;
  /** Under which the records are read; `r` when left out. */
  readonly alias?: string;
  /** The records are few: what they refer to is looked up for one after the other. */
  readonly oneByOne?: boolean;
}
