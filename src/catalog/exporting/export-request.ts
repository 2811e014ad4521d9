import type { FileFormat } from '../../formats/format';
import type { RecordType } from '../record-type';
import type { ResourceRegistry } from '../registry';
import type { ResourceDescription } from '../resource';
import type { SqlParams } from '../sql/sql-params';

/** Which records a file holds: what the FROM and the WHERE of an export follow from. */
export interface ExportScope {
  readonly registry: ResourceRegistry;
  readonly resource: ResourceDescription;
  /** Placeholder of the workspace, like `$1`. */
  readonly workspace: string;
  readonly params: SqlParams;
  /** A boolean SQL expression over the records as `r`; null: all of them. */
  readonly condition: string | null;
  /** False leaves out archived records and records whose parent is archived. */
  readonly includeArchived: boolean;
}

/** How a file writes the records of its scope. */
export interface ExportRequest extends ExportScope {
  readonly format: FileFormat;
  /** CSV only: a `'` before every cell that a spreadsheet would run. */
  readonly spreadsheetSafe: boolean;
  /** The types of the records in scope, in the order of their identifiers; empty without custom fields. */
  readonly types: readonly RecordType[];
}
