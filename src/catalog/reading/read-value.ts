import { type JsonValue, isJsonObject } from '../../formats/json/json-value';
import { writeJson } from '../../formats/json/write-json';
import type { Field } from '../field';
import { type Issue, literalText } from '../kind';
import type { CustomFieldStorage } from '../resource';

/** Reads a CSV cell or a JSON value; null and the empty string are null everywhere, so that CSV and JSON agree. */
export function readValue(field: Field, value: JsonValue): string | null | Issue {
  if (value === null || value === '') return null;
  return typeof value === 'string' ? field.kind.read(value, field) : field.kind.readJson(value, field);
}

export function isValueIssue(read: string | null | Issue): read is Issue {
  return typeof read === 'object' && read !== null;
}

/**
 * True for null, and for a text of blanks or characters that cannot be seen: neither satisfies a required field. For nearly
 * all texts the first character decides.
 */
export function isMissing(read: string | null): boolean {
  if (read === null) return true;
  const first = read.charCodeAt(0);
  return (first <= 32 || first > 126) && NOTHING_SEEN.test(read);
}

const NOTHING_SEEN = /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]*$/;

/** The value as the report shows it. */
export function valueText(value: JsonValue): string {
  return literalText(value) ?? writeJson(value);
}

export const required = (label: string): Issue => ({
  code: 'required',
  message: `${label} is required and must not be empty.`,
});

/** Custom fields as JSON nests them: key and value, in the order given. */
type Nested = [string, JsonValue][];

/** Reads nested custom fields: `{"isin": "…"}`, or a list of `{"field_key": "open", "value": "…"}`. */
export function readNested(form: CustomFieldStorage['form'], values: JsonValue): Nested | Issue {
  if (form === 'object') {
    return isJsonObject(values)
      ? Object.entries(values)
      : refuse('An object of custom fields is wanted here.');
  }
  if (!Array.isArray(values)) return refuse('A list of {"field_key", "value"} is wanted here.');
  const read: Nested = [];
  for (const item of values) {
    if (!isJsonObject(item)) return refuse('Each item is an object {"field_key", "value"}.');
    const { field_key: key, value, ...others } = item;
    const [other] = Object.keys(others).filter((name) => !READ_ONLY.includes(name));
    if (other !== undefined) return refuse(`An item has field_key and value, not "${other}".`);
    if (typeof key !== 'string') return refuse('Each item names its field in field_key.');
    read.push([key, value ?? null]);
  }
  return read;
}

/** Other members of an item in a response: a client may send them back unchanged. */
const READ_ONLY = ['id', 'value_id', 'archived_at'];

export function isNestedIssue(read: Nested | Issue): read is Issue {
  return !Array.isArray(read);
}

const refuse = (message: string): Issue => ({ code: 'invalid_value', message });
