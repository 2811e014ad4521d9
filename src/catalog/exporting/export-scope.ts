import type { FileFormat } from '../../formats/format';
import { type Filter, splitFilter } from '../filter/filter';
import { type FilterContext, filterSql } from '../filter/filter-sql';
import type { RecordType } from '../record-type';
import type { ResourceRegistry } from '../registry';
import type { ResourceDescription } from '../resource';
import type { SqlParams } from '../sql/sql-text';

/** Boolean SQL expressions over the records `r` and their parents `r_t`. */
export interface ExportConditions {
  /** Conditions on the parent alone; empty for a resource without a parent key. */
  readonly ofParentKey: readonly string[];
  readonly own: readonly string[];
}

/** Which records a file contains: the input of the FROM and the WHERE of an export. */
export interface ExportScope {
  readonly registry: ResourceRegistry;
  readonly resource: ResourceDescription;
  /** Placeholder of the workspace, like `$1`. */
  readonly workspace: string;
  readonly params: SqlParams;
  /** Boolean SQL expressions that must all hold; none: all records. */
  readonly conditions: ExportConditions;
  /** False leaves out archived records and records whose parent is archived. */
  readonly includeArchived: boolean;
}

/** How a file writes the records of its scope. */
export interface ExportLayout extends ExportScope {
  readonly format: FileFormat;
  /** CSV only: writes a `'` before every cell that a spreadsheet would evaluate as a formula. */
  readonly spreadsheetSafe: boolean;
  /**
   * The types of the records in scope, in the order of their identifiers; empty without custom fields.
   */
  readonly types: readonly RecordType[];
}

/**
 * The conditions of a filter over the records `r`, split by whether the parent alone decides them;
 * null: none.
 */
export function exportConditions(filter: Filter | null, context: FilterContext): ExportConditions {
  if (filter === null) return { ofParentKey: [], own: [] };
  const { about, others } = splitFilter(filter, context.resource.parentKey?.fields ?? []);
  const sql = (part: Filter): string => filterSql(part, context);
  return { ofParentKey: about.map(sql), own: others.map(sql) };
}
