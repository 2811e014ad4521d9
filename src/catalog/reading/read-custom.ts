import { customFieldKind, type CustomField, type RecordType } from '../record-type';
import type { Draft } from './draft';
import { onceEach } from './once-each';
import { isValueIssue, readValue, required, valueText } from './read-value';
import { refuse } from './refuse';

/**
 * Reads the custom cells of a draft, once its type is known. A value under a field that the type does not have is
 * refused; an empty cell there is nothing (a CSV may span several types and has the union of their columns).
 */
export function readCustom(draft: Draft, type: RecordType): void {
  const fields = fieldsOf(type);
  for (const { key, label, value } of draft.customCells) {
    const field = fields.get(key);
    if (field) readCell(draft, field, label, value);
    else if (value !== null && value !== '') {
      const message = `The type ${type.identifier} has no field ${key}. Its fields are: ${keys(type)}.`;
      refuse(draft, label, { code: 'unknown_field', message }, valueText(value));
    }
  }
}

/** The fields of a type by key. */
const fieldsOf = onceEach(
  (type: RecordType): ReadonlyMap<string, CustomField> =>
    new Map(type.fields.map((field) => [field.key, field])),
);

function readCell(
  draft: Draft,
  field: CustomField,
  label: string,
  value: Draft['customCells'][number]['value'],
): void {
  const read = readValue(customFieldKind(field), value);
  if (isValueIssue(read)) refuse(draft, label, read, valueText(value));
  else if (read === null && (field.required || !field.allowNull)) {
    // The field by which rows are matched was refused already, whatever the type.
    if (draft.errors.every(({ column }) => column !== label)) refuse(draft, label, required(label), null);
  } else {
    draft.custom[field.key] = read;
    if (read === null) draft.clearsCustom = true;
  }
}

const keys = (type: RecordType): string => type.fields.map(({ key }) => key).join(', ') || 'none';
