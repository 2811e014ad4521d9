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

/** The properties of a file that are known before its first line is written. */
export interface ExportPlan {
  readonly format: FileFormat;
  /** Names of the columns of a CSV file. */
  readonly header: readonly string[];
  /** Counts the records, for the progress of a long export. */
  readonly count: { readonly text: string; readonly params: readonly SqlParameter[] };
  /** The file contains all records of the workspace: the count then uses hash joins too. */
  readonly isWhole: boolean;
  /** The COPY that writes them. */
  readonly copy: string;
}

/**
 * Plans the columns, the count and the COPY of an export from the types that occur in the snapshot
 * `tx`. Throws FilterError when a field of the filter no longer exists, ExportError when the file
 * would have more columns than an import accepts.
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
  const count = { text: countSql(scope), params: [...params.values] }; // before the lines add their parameters
  const lines = linesSql({ ...scope, format, spreadsheetSafe, types });
  const select = await inlineParams(tx, lines, params.values);
  return { format, header, count, isWhole, copy: copySql(select, format) };
}

/**
 * In an export of a whole workspace both sides of every join are large, even when the statistics do
 * not show it yet: the rest of the transaction uses hash joins (docs/adr/0029).
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
 * A statement with its parameters inlined, because COPY takes none. Postgres quotes them: they are
 * sent as bound parameters of `quote_nullable`, which follows the settings of this session. A quoted
 * literal has no type of its own, like a parameter. No code of this project escapes user input, and
 * the planner knows the values.
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
