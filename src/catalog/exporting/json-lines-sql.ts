import type { CustomField } from '../record-type';
import type { CustomFieldStorage, ResourceDescription } from '../resource';
import { literal, quote } from '../sql/identifiers';
import { columnOf, customOf } from '../sql/record-source';
import { ARCHIVED_AT } from '../system-fields';
import { fieldOrder } from './export-columns';
import type { ExportRequest } from './export-request';
import { jsonSql } from './field-sql';
import { orderSql, scopeSql } from './scope-sql';

/**
 * SELECT of the elements of a JSON or NDJSON file, one compact JSON text a record: `row_to_json` keeps the order of the
 * members, escapes what must be escaped, and takes stored JSON over digit for digit. In a JSON file each element ends in
 * a comma, the last one too.
 */
export function jsonLinesSql(request: ExportRequest): string {
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
  return `SELECT ${element}${format === 'json' ? ` || ','` : ''}\n${scopeSql(request)}\n${orderSql(request)}`;
}

/** All fields of the record's own type in display order, null where unset. */
function customValues(request: ExportRequest, { typeField, form }: CustomFieldStorage): string {
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
