import type { RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import type { Draft } from './draft';

/** What a row brings along in case that it creates a record. */
export interface Creation {
  /** Required fields that the row leaves absent: an update does not need them, a creation does. */
  readonly missing: readonly string[];
  /** Defaults of custom fields that the row leaves absent. */
  readonly defaults: Readonly<Record<string, string>>;
}

const NOTHING: readonly string[] = [];
const NO_DEFAULTS: Creation['defaults'] = {};

/** Looks at what is absent: `required` is judged per row, and only when the row creates (CONTRACT 6). */
export function readCreation(draft: Draft, resource: ResourceDescription, type: RecordType | null): Creation {
  let missing: string[] | null = null;
  for (const name of requiredFields(resource)) if (!draft.core.has(name)) (missing ??= []).push(name);
  let defaults: Record<string, string> | null = null;
  for (const field of type?.fields ?? []) {
    if (Object.hasOwn(draft.custom, field.key)) continue;
    const fallback = field.hasDefault ? field.defaultValue : null;
    if (fallback !== null) (defaults ??= {})[field.key] = fallback;
    else if (field.required) (missing ??= []).push(field.key);
  }
  return { missing: missing ?? NOTHING, defaults: defaults ?? NO_DEFAULTS };
}

const known = new WeakMap<ResourceDescription, readonly string[]>();

/** Required core fields; those behind the key of `through` are judged when it is resolved. */
function requiredFields(resource: ResourceDescription): readonly string[] {
  const found = known.get(resource);
  if (found) return found;
  const names = [...resource.fields].flatMap(([name, { required }]) =>
    required && !resource.through?.fields.includes(name) ? [name] : [],
  );
  known.set(resource, names);
  return names;
}
