import type { ResourceRegistry } from '../registry';
import type { SqlParams } from '../sql/sql-text';
import type { GivenFields } from './given-fields';
import type { StageLayout } from './stage-layout';

/** A statement that writes the row errors of one rule into `classify_errors`. */
export interface RuleStatement {
  readonly text: string;
  readonly params: SqlParams['values'];
  /** True for a rule about the record that a row found: it is skipped for rows that create. */
  readonly needsRecord?: boolean;
}

/** What the rules need to know of an import. */
export interface RuleContext {
  readonly layout: StageLayout;
  readonly given: GivenFields;
  readonly registry: ResourceRegistry;
  readonly workspaceId: string;
  /** The name that the file uses for a field. */
  readonly labelOf: (field: string) => string;
}
