import { copySql, linesSql } from '../../catalog/exporting/lines-sql';
import { exportColumns } from '../../catalog/exporting/export-columns';
import { exportConditions, type ExportScope } from '../../catalog/exporting/export-scope';
import { isFiltered } from '../../catalog/exporting/field-sql';
import { countSql, occurringTypesSql } from '../../catalog/exporting/scope-sql';
import { namedFields } from '../../catalog/filter/filter-fields';
import { readFilter } from '../../catalog/filter/read-filter';
import type { ResourceRegistry } from '../../catalog/registry';
import { SqlParams } from '../../catalog/sql/sql-text';
import { type Sql, type SqlParameter, switchPlanner } from '../../database/sql';
import { DEFAULT_LIMITS, type FileFormat } from '../../formats/format';
import type { TypeReader } from '../../records/type-reader';
import { ExportError } from './end-export';
import type { ExportRequest } from './export-request';

/** What is known of a file before its first line is written. */
export interface ExportPlan {
  readonly format: FileFormat;
  /** Names of the columns of a CSV file. */
  readonly header: readonly string[];
  /** Counts the records, for a file that takes long. */
  readonly count: { readonly text: string; readonly params: readonly SqlParameter[] };
  /** All records of the workspace: then the count is joined by hash, too. */
  readonly isWhole: boolean;
  /** The COPY that writes them. */
  readonly copy: string;
}

/**
 * Looks in the snapshot `tx` which types of records an export is about, and says how they are written. Throws
 * FilterError when a field of the filter is gone, ExportError when the file would have more columns than import takes.
 */
export async function planExport(
  tx: Sql,
  registry: ResourceRegistry,
  typeReader: TypeReader,
  workspaceId: string,
  order: ExportRequest,
): Promise<ExportPlan> {
  const { format, includeArchived, spreadsheetSafe, filter } = order;
  const resource = registry.get(order.objectType);
  const named = await typeReader.byFields(tx, resource, workspaceId, namedFields(filter));
  const params = new SqlParams();
  const workspace = params.add(workspaceId);
  const conditions = exportConditions(filter === null ? null : readFilter(resource, named, filter), {
    resource,
    registry,
    workspace,
    params,
    alias: 'r',
  });
  const scope: ExportScope = { registry, resource, workspace, params, conditions, includeArchived };
  const isWhole = !isFiltered(scope);
  if (isWhole) await joinByHash(tx);
  const types = await typeReader.byId(tx, resource, workspaceId, await findTypes(tx, scope));
  const header = exportColumns(resource, types, includeArchived).map((column) => column.header);
  if (format === 'csv') refuseTooMany(header);
  const count = { text: countSql(scope), params: [...params.values] }; // before the lines add parameters of theirs
  const lines = linesSql({ ...scope, format, spreadsheetSafe, types });
  const select = await inlineParams(tx, lines, params.values);
  return { format, header, count, isWhole, copy: copySql(select, format) };
}

/**
 * Records of a whole workspace and what they refer to are many on both sides, whatever the statistics say of a workspace
 * that has just been filled: the rest of the transaction joins them by hash (docs/adr/0029).
 */
export const joinByHash = (tx: Sql): Promise<void> => switchPlanner(tx, ['enable_nestloop']);

/** Ids of the types that occur among the records in scope. */
async function findTypes(tx: Sql, scope: ExportScope): Promise<string[]> {
  if (!scope.resource.customFields) return [];
  const found = await tx.query<{ type: string }>(occurringTypesSql(scope), scope.params.values);
  return found.map(({ type }) => type);
}

function refuseTooMany(header: readonly string[]): void {
  const most = DEFAULT_LIMITS.columns;
  if (header.length <= most) return;
  throw new ExportError(
    'too_many_columns',
    `The types of these records have ${header.length} columns in all, and a CSV file has at most ${most}. ` +
      'Export one type at a time with a filter on it, or take JSON.',
  );
}

/**
 * A statement with its parameters written into it, for COPY takes none. Postgres itself quotes them: they travel as bound
 * parameters of `quote_nullable`, which knows how this session reads literals, and a quoted literal has no type of its
 * own, just like a parameter. So no escaping of ours stands between user input and SQL, and the plan knows the values.
 */
export async function inlineParams(sql: Sql, text: string, params: readonly SqlParameter[]): Promise<string> {
  if (params.length === 0) return text;
  const quoted = params.map((_, index) => `quote_nullable($${index + 1}::text)`);
  const [row] = await sql.query<{ literals: string[] }>(
    `SELECT ARRAY[${quoted.join(', ')}] AS literals`,
    params,
  );
  return text.replace(/\$(\d+)/g, (placeholder, number: string) => {
    const literal = row?.literals[Number(number) - 1];
    if (literal === undefined) throw new Error(`The statement has no parameter ${placeholder}.`);
    return literal;
  });
}
