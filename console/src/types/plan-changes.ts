import type { TypeField, TypeRecord } from '../resources/record';

/** A field as it is being written. */
export interface FieldDraft {
  /** Null for a field that is not stored yet. */
  id: string | null;
  field_key: string;
  field_label: string;
  data_type: TypeField['data_type'];
  is_required: boolean;
  allow_null: boolean;
  /** Empty when it has none. */
  default_value: string;
}

/** A type as it is being written. */
export interface TypeDraft {
  identifier: string;
  name: string;
  kind: 'scalar' | 'composite';
  fields: FieldDraft[];
}

/** One request under the path of a type. */
export interface Change {
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  body?: Record<string, unknown>;
}

/** A stored field as the form shows it. */
export const draftOf = (field: TypeField): FieldDraft => ({
  id: field.id,
  field_key: field.field_key,
  field_label: field.field_label,
  data_type: field.data_type,
  is_required: field.is_required,
  allow_null: field.allow_null,
  default_value: field.has_default ? (field.default_value ?? '') : '',
});

/** The body that declares a field. */
export function writeField(field: FieldDraft, order: number): Record<string, unknown> {
  const { field_key, field_label, data_type, is_required, allow_null, default_value } = field;
  return {
    field_key,
    ...(field_label.trim() !== '' && { field_label }),
    data_type,
    is_required,
    allow_null,
    has_default: default_value !== '',
    default_value: default_value === '' ? null : default_value,
    display_order: order,
  };
}

/** The requests that turn a stored type into its draft; what did not change is not sent. */
export function planChanges(before: TypeRecord, after: TypeDraft): Change[] {
  const kept = new Set(after.fields.map(({ id }) => id));
  const gone = before.fields.filter(({ id }) => !kept.has(id));
  const changes: Change[] = gone.map(({ id }) => ({ method: 'DELETE', path: `/fields/${id}` }));
  for (const [order, field] of after.fields.entries()) {
    const stored = before.fields.find(({ id }) => id === field.id);
    const body = writeField(field, order);
    if (stored === undefined) changes.push({ method: 'POST', path: '/fields', body });
    else {
      const changed = differences(writeField(draftOf(stored), stored.display_order), body);
      if (Object.keys(changed).length > 0)
        changes.push({ method: 'PATCH', path: `/fields/${stored.id}`, body: changed });
    }
  }
  if (before.name !== after.name) changes.push({ method: 'PATCH', path: '', body: { name: after.name } });
  return changes;
}

function differences(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value));
}
