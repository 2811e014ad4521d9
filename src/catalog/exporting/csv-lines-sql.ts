import { customOf } from '../sql/record-source';
import { exportColumns } from './export-columns';
import type { ExportRequest } from './export-request';
import { textSql } from './field-sql';
import { escapeFormulaSql } from './escape-formula-sql';
import { orderSql, scopeSql } from './scope-sql';

/** SELECT of the cells of a CSV file, one row a record, without the header. */
export function csvLinesSql(request: ExportRequest): string {
  const { resource, types, includeArchived, spreadsheetSafe } = request;
  const cells = exportColumns(resource, types, includeArchived)
    .map(({ from, name }) => (from === 'custom' ? customOf(resource, name) : textSql(request, name)))
    .map((cell) => (spreadsheetSafe ? escapeFormulaSql(cell) : cell));
  return `SELECT ${cells.join(', ')}\n${scopeSql(request)}\n${orderSql(request)}`;
}
