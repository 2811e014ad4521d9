import type { RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import type { Draft } from './draft';
import { onceEach } from './once-each';

/** What a row brings along in case that it creates a record. */
export interface Creation {
  /** Required fields that the row leaves absent: an update does not need them, a creation does. */
  readonly missing: readonly string[];
  /** Defaults of custom fields that the row leaves absent. */
  readonly defaults: Readonly<Record<string, string>>;
}

const NOTHING: readonly string[] = [];
const NO_DEFAULTS: Creation['defaults'] = {};

/** Looks at what is absent: `required` is judged per row, and only when the row creates (docs/contract.md 6.2). */
export function readCreation(draft: Draft, resource: ResourceDescription, type: RecordType | null): Creation {
  let missing: string[] | null = null;
  for (const name of requiredFields(resource)) if (!draft.core.has(name)) (missing ??= []).push(name);
  let defaults: Record<string, string> | null = null;
  for (const { key, fallback } of type ? fieldsToFill(type) : []) {
    if (Object.hasOwn(draft.custom, key)) continue;
    if (fallback !== null) (defaults ??= {})[key] = fallback;
    else (missing ??= []).push(key);
  }
  return { missing: missing ?? NOTHING, defaults: defaults ?? NO_DEFAULTS };
}

/** A custom field that a creation must not be without, and its default, if it has one. */
interface FieldToFill {
  readonly key: string;
  readonly fallback: string | null;
}

/** The fields of a type that must be looked for in each row. */
const fieldsToFill = onceEach((type: RecordType): readonly FieldToFill[] =>
  type.fields.flatMap(({ key, required, hasDefault, defaultValue }) => {
    const fallback = hasDefault ? defaultValue : null;
    return required || fallback !== null ? [{ key, fallback }] : [];
  }),
);

/** Required core fields; those behind the key of `through` are judged when it is resolved. */
const requiredFields = onceEach(({ fields, parentKey }: ResourceDescription): readonly string[] =>
  [...fields].flatMap(([name, { required }]) =>
    required && !parentKey?.fields.includes(name) ? [name] : [],
  ),
);
