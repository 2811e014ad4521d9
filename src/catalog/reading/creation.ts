import type { RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import type { Draft } from './draft';

/** What a row brings along in case that it creates a record. */
export interface Creation {
  /** Required fields that the row leaves absent: an update does not need them, a creation does. */
  missing: string[];
  /** Defaults of custom fields that the row leaves absent. */
  defaults: Record<string, string | null>;
}

/** Looks at what is absent: `required` is judged per row, and only when the row creates (CONTRACT 6). */
export function readCreation(draft: Draft, resource: ResourceDescription, type: RecordType | null): Creation {
  const { through } = resource;
  const missing = [...resource.fields]
    .filter(([name, field]) => field.required && !draft.core.has(name) && !through?.fields.includes(name))
    .map(([name]) => name);
  const defaults: Record<string, string | null> = {};
  for (const field of type?.fields ?? []) {
    if (Object.hasOwn(draft.custom, field.key)) continue;
    if (field.hasDefault) defaults[field.key] = field.defaultValue;
    if (field.required && (!field.hasDefault || field.defaultValue === null)) missing.push(field.key);
  }
  return { missing, defaults };
}
