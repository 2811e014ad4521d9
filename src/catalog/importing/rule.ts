import type { ResourceRegistry } from '../registry';
import type { SqlParams } from '../sql/sql-text';
import type { GivenFields } from './given-fields';
import type { StageLayout } from './stage-layout';

/** A statement that writes the row errors of one rule into `classify_errors`. */
export interface RuleStatement {
  readonly text: string;
  readonly params: SqlParams['values'];
  /** True for a rule about the record that a row found: rows that create need not be asked. */
  readonly needsRecord?: boolean;
}

/** What the rules are told of an import. */
export interface RuleContext {
  readonly layout: StageLayout;
  readonly given: GivenFields;
  readonly registry: ResourceRegistry;
  readonly workspaceId: string;
  /** The name that the file uses for a field. */
  readonly labelOf: (field: string) => string;
}

/** The columns of a row error in the TEMP tables, in the order in which every statement and COPY gives them. */
export const ERROR_COLUMNS = '(row, line, col, code, message, value)';

/** Where a rule writes what it refuses. */
export const CLASSIFY_ERROR = `INSERT INTO classify_errors ${ERROR_COLUMNS}`;
