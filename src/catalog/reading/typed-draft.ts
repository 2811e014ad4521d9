import { customFieldKind, type CustomField, type RecordType } from '../record-type';
import type { Target } from '../binding/target';
import type { Field } from '../field';
import type { Issue } from '../kind';
import { hasOuterBlank } from '../kinds/identifier';
import { type CustomCell, type Draft, addError } from './draft';
import { type CustomRules, outerBlank } from './custom-rules';
import { isMissing, isValueIssue, readValue, required, valueText } from './read-value';
import type { ResourceDescription } from '../resource';

/**
 * Reads the custom cells of a draft, once its type is known. A value under a field that the type does not have is
 * refused; an empty cell there is nothing (a CSV may span several types and has the union of their columns). `rules`: those
 * of a file.
 */
export function readCustom(draft: Draft, type: RecordType, rules: CustomRules | null = null): void {
  const fields = fieldsOf(type);
  for (const cell of draft.customCells) {
    const { key, label, value } = cell;
    const field = fields.get(key);
    if (field) readCell(draft, field, cell, rules);
    else if (value !== null && value !== '') {
      const message = `The type ${type.identifier} has no field ${key}. Its fields are: ${keys(type)}.`;
      addError(draft, label, { code: 'unknown_field', message }, valueText(value));
    }
  }
}

/** The fields of a type by key. */
const fieldsOf = onceEach(
  (type: RecordType): ReadonlyMap<string, CustomField> =>
    new Map(type.fields.map((field) => [field.key, field])),
);

function readCell(draft: Draft, field: CustomField, cell: CustomCell, rules: CustomRules | null): void {
  const { label, value } = cell;
  const kind = customFieldKind(field);
  const isRequired = field.required || !field.allowNull;
  const read = readCustomCell(kind, cell);
  if (isValueIssue(read)) {
    const target: Target = { scope: 'custom', name: field.key };
    if (rules === null) addError(draft, label, read, valueText(value));
    else rules.refuse(draft, target, label, { field: kind, required: isRequired, value, issue: read });
  } else if (isRequired && isMissing(read)) {
    // The field by which rows are matched was refused already, whatever the type.
    if (draft.errors.every(({ column }) => column !== label)) addError(draft, label, required(label), null);
  } else if (cell.reader && rules?.matchKey === field.key && read !== null && hasOuterBlank(read)) {
    addError(draft, label, outerBlank(field.key), read);
  } else {
    draft.custom[field.key] = read;
    if (read === null) draft.clearsCustom = true;
  }
}

/** Reads a custom cell by the options of its field; an empty one takes the value of the field that serves for it. */
export function readCustomCell(field: Field, { reader, value, fallback }: CustomCell): string | null | Issue {
  if (reader === undefined) return readValue(field, value);
  const read = reader.read(field, value);
  return read === null && fallback !== undefined ? readValue(field, fallback) : read;
}

const keys = (type: RecordType): string => type.fields.map(({ key }) => key).join(', ') || 'none';

/** What a row brings along in case that it creates a record. */
export interface Creation {
  /** Required fields that the row leaves absent: an update does not need them, a creation does. */
  readonly missing: readonly string[];
  /** Defaults of custom fields that the row leaves absent. */
  readonly defaults: Readonly<Record<string, string>>;
}

const NOTHING: readonly string[] = [];
const NO_DEFAULTS: Creation['defaults'] = {};

/** Finds absent fields. A row needs required fields only when it creates a record (docs/contract.md 6.2). */
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

/** Required core fields, without those that the parent key replaces: they are checked when it is resolved. */
const requiredFields = onceEach(({ fields, parentKey }: ResourceDescription): readonly string[] =>
  [...fields].flatMap(([name, { required }]) =>
    required && !parentKey?.fields.includes(name) ? [name] : [],
  ),
);

/** Caches the results of `make` by object, as long as the object lives: it is called for millions of rows. */
function onceEach<Key extends object, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const made = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) made.set(key, (known = { result: make(key) }));
    return known.result;
  };
}
