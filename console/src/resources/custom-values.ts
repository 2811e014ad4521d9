import type { ResourceDefinition } from '../../../src/console/resource-definition';
import type { RecordOf } from './record';

interface Item {
  field_key: string;
  value: string | null;
}

/** The custom fields of a record by key, whether the response has them as an object or as a list. */
export function customValues(
  { customFields }: ResourceDefinition,
  record: RecordOf,
): Map<string, string | null> {
  const held = customFields === null ? null : record[customFields.key];
  if (held === null || held === undefined) return new Map();
  if (Array.isArray(held)) return new Map((held as Item[]).map(({ field_key, value }) => [field_key, value]));
  return new Map(Object.entries(held as Record<string, string | null>));
}
