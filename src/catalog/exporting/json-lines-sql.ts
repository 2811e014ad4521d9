import type { RecordType } from '../record-type';
import { quote } from '../sql/identifiers';
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
  const { before, after } = fieldOrder(resource);
  const member = (name: string): string => `${jsonSql(request, name)} AS ${quote(name)}`;
  const members = [
    ...before.map(member),
    ...(resource.customFields ? [`${fieldValues(request)} AS "field_values"`] : []),
    ...after.map(member),
    ...(includeArchived ? [member(ARCHIVED_AT)] : []),
  ];
  const element = `(SELECT row_to_json(element) FROM (SELECT ${members.join(', ')}) element)::text`;
  return `SELECT ${element}${format === 'json' ? ` || ','` : ''}\n${scopeSql(request)}\n${orderSql(request)}`;
}

/** All fields of the record's own type in display order, null where unset. */
function fieldValues(request: ExportRequest): string {
  const { resource, types, params } = request;
  if (types.length === 0) return `'{}'::json`;
  const type = columnOf(resource, resource.customFields?.typeField ?? '');
  const cases = types.map((one) => `WHEN ${params.add(one.id)}::uuid THEN ${valuesOf(request, one)}`);
  return `CASE ${type} ${cases.join(' ')} END`;
}

function valuesOf({ resource }: ExportRequest, { fields }: RecordType): string {
  if (fields.length === 0) return `'{}'::json`;
  const members = fields.map(({ key }) => `${customOf(resource, key)} AS ${quote(key)}`);
  return `(SELECT row_to_json(v) FROM (SELECT ${members.join(', ')}) v)`;
}
