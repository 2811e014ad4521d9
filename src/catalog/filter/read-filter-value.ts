import type { JsonValue } from '../../formats/json/json-value';
import type { Field } from '../field';
import type { Issue } from '../kind';
import { literalText } from '../kinds/literal-text';
import { unstorable } from '../kinds/text';
import { isValueIssue, readValue } from '../reading/read-value';
import type { FilterValue } from './filter';
import { opsOf, type FilterOp } from './filter-ops';

/** Most values of a list. */
export const MAX_VALUES = 1_000;

const refuse = (message: string): { issue: Issue } => ({ issue: { code: 'invalid_value', message } });

/** Reads the value of a condition as the kind of its field reads values: the same strict grammar, the same messages. */
export function readFilterValue(
  field: Field,
  op: FilterOp,
  value: JsonValue,
): { value: FilterValue } | { issue: Issue } {
  const valid = opsOf(field);
  if (!valid.includes(op)) {
    const message = `"${op}" does not apply to this field. Its operators are: ${valid.join(', ')}.`;
    return { issue: { code: 'unknown_operator', message } };
  }
  switch (op) {
    case 'is_null':
      return typeof value === 'boolean' ? { value } : refuse('"is_null" takes true or false.');
    case 'like':
      return readLike(value);
    case 'in':
    case 'not_in':
      return readList(field, value);
    default:
      return readOne(field, value, op === 'eq' || op === 'ne');
  }
}

/** What is compared may be longer than the field takes: it then simply matches nothing. */
const unbounded = (field: Field): Field => ({ ...field, max: null, values: null });

function readOne(
  field: Field,
  value: JsonValue,
  nullable: boolean,
): { value: string | null } | { issue: Issue } {
  const read = readValue(unbounded(field), value);
  if (isValueIssue(read)) return { issue: read };
  if (read === null && !nullable)
    return refuse('A value is wanted here; null is compared with eq, ne or is_null.');
  return { value: read };
}

function readLike(value: JsonValue): { value: string } | { issue: Issue } {
  const text = literalText(value);
  if (text === null) return refuse('"like" takes a text.');
  const issue = unstorable(text);
  return issue ? { issue } : { value: text };
}

function readList(field: Field, value: JsonValue): { value: string[] } | { issue: Issue } {
  if (!Array.isArray(value)) return refuse('A list of values is wanted here.');
  if (value.length > MAX_VALUES)
    return refuse(`A list has at most ${MAX_VALUES.toLocaleString('en')} values.`);
  const texts: string[] = [];
  for (const [index, item] of value.entries()) {
    const read = readOne(field, item, false);
    if ('issue' in read)
      return { issue: { ...read.issue, message: `Value ${index + 1}: ${read.issue.message}` } };
    if (read.value !== null) texts.push(read.value);
  }
  return { value: texts };
}
