import type { JsonValue } from '../../formats/json/json-value';
import { writeJson } from '../../formats/json/write-json';
import type { Field } from '../field';
import type { Issue } from '../kind';
import { literalText } from '../kinds/literal-text';

/** Reads a CSV cell or a JSON value; null and the empty string are null everywhere, so that CSV and JSON agree. */
export function readValue(field: Field, value: JsonValue): string | null | Issue {
  if (value === null || value === '') return null;
  return typeof value === 'string' ? field.kind.read(value, field) : field.kind.readJson(value, field);
}

export function isValueIssue(read: string | null | Issue): read is Issue {
  return typeof read === 'object' && read !== null;
}

/** The value as the report shows it. */
export function valueText(value: JsonValue): string {
  return literalText(value) ?? writeJson(value);
}

export const required = (label: string): Issue => ({
  code: 'required',
  message: `${label} is required and must not be empty.`,
});
