import type { Field } from './field';
import type { ResourceDescription } from './resource';
import { ARCHIVED_AT, SYSTEM_FIELDS } from './system-fields';

/** The fields that every record of a resource has beside those of its description. */
export function systemFieldsOf({ archivable }: ResourceDescription): ReadonlyMap<string, Field> {
  return new Map(Object.entries(SYSTEM_FIELDS).filter(([name]) => archivable || name !== ARCHIVED_AT));
}
