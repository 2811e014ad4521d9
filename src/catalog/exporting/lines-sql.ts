import type { FileFormat } from '../../formats/format';
import type { ExportLayout } from './export-scope';
import { columnOf, customOf } from '../sql/record-source';
import { exportColumns, fieldOrder } from './export-columns';
import { jsonSql, textSql } from './field-sql';
import { fileOrderSql, scopeSql } from './scope-sql';
import type { CustomField } from '../record-type';
import type { CustomFieldStorage, ResourceDescription } from '../resource';
import { literal, quote } from '../sql/sql-text';
import { ARCHIVED_AT } from '../resource-fields';

/** JSON text contains no raw control characters, so COPY quotes nothing and doubles no backslash. */
const RAW = `(FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;

/** The SELECT of the lines of a file. Its parameters are those of `request.params`. */
export function linesSql(request: ExportLayout): string {
  return request.format === 'csv' ? csvLinesSql(request) : jsonLinesSql(request);
}

/**
 * `COPY` of a SELECT. COPY takes no parameters, so the SELECT has none. Lines are UTF-8 and end in LF.
 */
export function copySql(select: string, format: FileFormat): string {
  return `COPY (${select}) TO STDOUT WITH ${format === 'csv' ? '(FORMAT csv)' : RAW}`;
}

/** SELECT of the cells of a CSV file, one row a record, without the header. */
function csvLinesSql(request: ExportLayout): string {
  const { resource, types, includeArchived, spreadsheetSafe } = request;
  const cells = exportColumns(resource, types, includeArchived)
    .map(({ from, name }) => (from === 'custom' ? customOf(resource, name) : textSql(request, name)))
    .map((cell) => (spreadsheetSafe ? escapeFormulaSql(cell) : cell));
  return `SELECT ${cells.join(', ')}\n${scopeSql(request)}\n${fileOrderSql(request)}`;
}

/**
 * SELECT of the elements of a JSON or NDJSON file, one compact JSON text a record: `row_to_json` keeps
 * the order of the members, escapes what must be escaped, and takes stored JSON over digit for digit.
 * In a JSON file each element ends in a comma, the last one too.
 */
function jsonLinesSql(request: ExportLayout): string {
  const { resource, format, includeArchived } = request;
  const { customFields } = resource;
  const { before, after } = fieldOrder(resource);
  const member = (name: string): string => `${jsonSql(request, name)} AS ${quote(name)}`;
  const members = [
    ...before.map(member),
    ...(customFields ? [`${customValues(request, customFields)} AS ${quote(customFields.key)}`] : []),
    ...after.map(member),
    ...(includeArchived ? [member(ARCHIVED_AT)] : []),
  ];
  const element = `(SELECT row_to_json(element) FROM (SELECT ${members.join(', ')}) element)::text`;
  return `SELECT ${element}${format === 'json' ? ` || ','` : ''}\n${scopeSql(request)}\n${fileOrderSql(request)}`;
}

/** All fields of the record's own type in display order, null where unset. */
function customValues(request: ExportLayout, { typeField, form }: CustomFieldStorage): string {
  const { resource, types, params } = request;
  const valuesOf = form === 'list' ? listOf : objectOf;
  if (types.length === 0) return valuesOf(resource, []);
  const cases = types.map(
    ({ id, fields }) => `WHEN ${params.add(id)}::uuid THEN ${valuesOf(resource, fields)}`,
  );
  return `CASE ${columnOf(resource, typeField)} ${cases.join(' ')} END`;
}

/** `{"isin":"…"}` */
function objectOf(resource: ResourceDescription, fields: readonly CustomField[]): string {
  if (fields.length === 0) return `'{}'::json`;
  const members = fields.map(({ key }) => `${customOf(resource, key)} AS ${quote(key)}`);
  return `(SELECT row_to_json(v) FROM (SELECT ${members.join(', ')}) v)`;
}

/** `[{"field_key":"open","value":"…"}]` */
function listOf(resource: ResourceDescription, fields: readonly CustomField[]): string {
  if (fields.length === 0) return `'[]'::json`;
  const items = fields.map(({ key }) => `(${literal(key)}, ${customOf(resource, key)})`);
  return `(SELECT array_to_json(array_agg(v)) FROM (VALUES ${items.join(', ')}) v (field_key, value))`;
}

/** The same two expressions as in formats/csv/formula-escaping.ts, in the dialect of Postgres. */
const RUNS = String.raw`^''*[=+\-@\t\r\n]`;
const NUMBER = String.raw`^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$`;

/** SQL that does to the text `sql` what `escapeFormula` does to a cell; null stays null. */
export function escapeFormulaSql(sql: string): string {
  return `CASE WHEN ${sql} ~ '${RUNS}' AND ${sql} !~ '${NUMBER}' THEN '''' || ${sql} ELSE ${sql} END`;
}
