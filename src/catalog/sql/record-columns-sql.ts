import type { ResourceDescription } from '../resource';
import { systemFieldsOf } from '../system-fields-of';
import { quote } from './identifiers';
import { columnOf } from './record-source';

/** SELECT list of a record: every field of the description and of the system as canonical text, custom fields as an object. */
export function recordColumnsSql(resource: ResourceDescription, alias = 'r'): string {
  const fields = [...systemFieldsOf(resource), ...resource.fields].map(
    ([name, { kind }]) => `${kind.print(columnOf(resource, name, alias))} AS ${quote(name)}`,
  );
  const { customFields } = resource;
  const custom = customFields ? [`${alias}.${quote(customFields.column)} AS ${quote(customFields.key)}`] : [];
  return [...fields, ...custom].join(', ');
}
