import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Check } from '../shared/check';
import { Choice } from '../shared/choice';
import type { FieldDraft } from './plan-changes';

const DATA_TYPES = ['text', 'number', 'date', 'boolean'] as const;
const NEW: FieldDraft = {
  id: null,
  field_key: '',
  field_label: '',
  data_type: 'text',
  is_required: false,
  allow_null: true,
  default_value: '',
};

/** The fields of a type, editable. The key of a stored field stays as it is: files and filters name it. */
export function FieldDrafts({
  fields,
  onChange,
}: {
  fields: readonly FieldDraft[];
  onChange: (fields: FieldDraft[]) => void;
}): ReactNode {
  const put = (at: number, change: Partial<FieldDraft>): void =>
    onChange(fields.map((field, place) => (place === at ? { ...field, ...change } : field)));
  return (
    <>
      {fields.map((field, at) => (
        <fieldset key={field.id ?? `new-${at}`} className="field-draft">
          <legend className="for-readers">Field {field.field_key === '' ? at + 1 : field.field_key}</legend>
          <label className="field">
            <span>Key</span>
            <input
              required
              pattern="[a-z][a-z0-9_]{0,62}"
              title="Lower-case letters, digits and _, starting with a letter"
              spellCheck={false}
              readOnly={field.id !== null}
              value={field.field_key}
              onChange={(event) => put(at, { field_key: event.target.value })}
            />
          </label>
          <label className="field">
            <span>Label</span>
            <input
              value={field.field_label}
              onChange={(event) => put(at, { field_label: event.target.value })}
            />
          </label>
          <Choice
            label="Holds"
            value={field.data_type}
            options={DATA_TYPES.map((value) => ({ value, label: value }))}
            onChange={(next) => put(at, { data_type: DATA_TYPES.find((one) => one === next) ?? 'text' })}
          />
          <label className="field">
            <span>Default</span>
            <input
              value={field.default_value}
              placeholder="none"
              onChange={(event) => put(at, { default_value: event.target.value })}
            />
          </label>
          <Check
            label="required"
            checked={field.is_required}
            onChange={(is_required) => put(at, { is_required, ...(is_required && { allow_null: false }) })}
          />
          <Check
            label="may be empty"
            checked={field.allow_null}
            onChange={(allow_null) => put(at, { allow_null })}
          />
          <Button
            className="button quiet danger"
            aria-label={`Remove the field ${field.field_key}`}
            onPress={() => onChange(fields.filter((_, place) => place !== at))}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      <div className="row">
        <Button className="button" onPress={() => onChange([...fields, NEW])}>
          Add a field
        </Button>
      </div>
    </>
  );
}
