import { isJsonObject, type JsonValue } from '../../formats/json/json-value';
import type { Issue } from '../kind';
import type { CustomFieldStorage } from '../resource';

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

/** What an item of an answer has besides; it may be sent back as it came. */
const READ_ONLY = ['id', 'value_id', 'archived_at'];

export function isNestedIssue(read: Nested | Issue): read is Issue {
  return !Array.isArray(read);
}

const refuse = (message: string): Issue => ({ code: 'invalid_value', message });
