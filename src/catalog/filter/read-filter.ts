import { jsonPointer } from '../../formats/json/json-pointer';
import { isJsonObject, type JsonObject, type JsonValue } from '../../formats/json/json-value';
import type { Field } from '../field';
import type { RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import {
  type Condition,
  type Filter,
  FILTER_OPS,
  FilterError,
  type FilterField,
  type FilterIssue,
  type FilterOp,
  type FilterValue,
  type Group,
} from './filter';
import { FilterableFields, opsOf } from './filter-fields';
import { type Issue, literalText } from '../kind';
import { unstorable } from '../kinds/text';
import { isValueIssue, readValue } from '../reading/read-value';

const MAX_DEPTH = 8;
const MAX_CONDITIONS = 100;
const MAX_SHOWN = 100;

/** A filter that everything passes. */
export const EVERYTHING: Group = { all: [], any: null };

/**
 * Reads the filter language of docs/contract.md 1.4 against a resource and the types of a workspace.
 * Throws a FilterError with everything that is wrong; its pointers start at `value` itself.
 */
export function readFilter(
  resource: ResourceDescription,
  types: readonly RecordType[],
  value: JsonValue,
): Filter {
  const reader = new FilterReader(new FilterableFields(resource, types));
  const filter = reader.read(value, '', 1);
  if (reader.issues.length > 0) throw new FilterError(reader.issues);
  return filter;
}

class FilterReader {
  readonly issues: FilterIssue[] = [];
  private conditions = 0;

  constructor(private readonly fields: FilterableFields) {}

  read(value: JsonValue, pointer: string, depth: number): Filter {
    if (!isJsonObject(value)) {
      return this.refuse(
        pointer,
        'invalid_filter',
        'A filter is {"and": [...]}, {"or": [...]} or {field, op, value}.',
      );
    }
    const grouped = Object.hasOwn(value, 'and') || Object.hasOwn(value, 'or');
    if (grouped || Object.keys(value).length === 0) return this.readGroup(value, pointer, depth);
    return this.readCondition(value, pointer);
  }

  private readGroup(value: JsonObject, pointer: string, depth: number): Filter {
    if (depth > MAX_DEPTH) {
      return this.refuse(pointer, 'too_deep', `Groups are nested at most ${MAX_DEPTH} levels deep.`);
    }
    this.refuseOtherKeys(value, ['and', 'or'], pointer);
    const members = (key: 'and' | 'or'): Filter[] => {
      const list = value[key];
      if (Array.isArray(list))
        return list.map((member, at) => this.read(member, `${pointer}/${key}/${at}`, depth + 1));
      this.refuse(`${pointer}/${key}`, 'invalid_filter', `"${key}" takes a list of groups and conditions.`);
      return [];
    };
    return {
      all: Object.hasOwn(value, 'and') ? members('and') : [],
      any: Object.hasOwn(value, 'or') ? members('or') : null,
    };
  }

  private readCondition(value: JsonObject, pointer: string): Filter {
    this.conditions++;
    if (this.conditions > MAX_CONDITIONS) {
      if (this.conditions > MAX_CONDITIONS + 1) return EVERYTHING;
      return this.refuse(
        pointer,
        'too_many_conditions',
        `A filter has at most ${MAX_CONDITIONS} conditions.`,
      );
    }
    this.refuseOtherKeys(value, ['field', 'op', 'value'], pointer);
    const field = this.readField(value['field'], `${pointer}/field`);
    const op = this.readOp(value['op'], `${pointer}/op`);
    const given = value['value'];
    if (given === undefined) return this.refuse(`${pointer}/value`, 'required', 'A condition needs a value.');
    if (!field || !op) return EVERYTHING;
    return this.readValues(field, op, given, pointer);
  }

  private readField(name: JsonValue | undefined, pointer: string): FilterField | null {
    const field = typeof name === 'string' ? this.fields.find(name) : undefined;
    if (field) return field;
    const what =
      typeof name === 'string'
        ? `There is no field "${name.slice(0, MAX_SHOWN)}".`
        : 'A condition names a field.';
    this.refuse(pointer, 'unknown_field', `${what} The fields are: ${this.fields.list}.`);
    return null;
  }

  private readOp(name: JsonValue | undefined, pointer: string): FilterOp | null {
    const op = FILTER_OPS.find((candidate) => candidate === name);
    if (op) return op;
    const what =
      typeof name === 'string'
        ? `There is no operator "${name.slice(0, MAX_SHOWN)}".`
        : 'A condition has an operator.';
    this.refuse(pointer, 'unknown_operator', `${what} The operators are: ${FILTER_OPS.join(', ')}.`);
    return null;
  }

  /**
   * A custom field with several data types accepts a value that one of them accepts; the others have no
   * such value.
   */
  private readValues(field: FilterField, op: FilterOp, value: JsonValue, pointer: string): Condition | Group {
    const kinds = field.scope === 'core' ? [field.field] : field.variants.map((variant) => variant.field);
    const reads = kinds.map((kind) => readFilterValue(kind, op, readableBy(kind, kinds, op, value)));
    const [issue] = reads.flatMap((read) => ('issue' in read ? [read.issue] : []));
    if (issue && reads.every((read) => 'issue' in read)) {
      const at = issue.code === 'unknown_operator' ? 'op' : 'value';
      return this.refuse(`${pointer}/${at}`, issue.code, issue.message);
    }
    return { field, op, values: reads.map((read) => ('issue' in read ? undefined : read.value)) };
  }

  private refuseOtherKeys(value: JsonObject, known: readonly string[], pointer: string): void {
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      const at = pointer + jsonPointer(key);
      this.refuse(
        at,
        'invalid_filter',
        `"${key.slice(0, MAX_SHOWN)}" has no meaning here; known are ${known.join(', ')}.`,
      );
    }
  }

  private refuse(pointer: string, code: string, message: string): Group {
    this.issues.push({ pointer, code, message });
    return EVERYTHING;
  }
}

/** The values of a list that `kind` can read, and those that no kind can read, which become errors. */
function readableBy(kind: Field, kinds: readonly Field[], op: FilterOp, value: JsonValue): JsonValue {
  if (!Array.isArray(value) || kinds.length === 1 || value.length > MAX_VALUES) return value;
  const reads = (by: Field, item: JsonValue): boolean => !('issue' in readFilterValue(by, op, [item]));
  return value.filter((item) => reads(kind, item) || !kinds.some((other) => reads(other, item)));
}

/** Maximum number of values of a list. */
const MAX_VALUES = 1_000;

const refuse = (message: string): { issue: Issue } => ({ issue: { code: 'invalid_value', message } });

/**
 * Reads the value of a condition as the kind of its field reads values: the same strict grammar, the
 * same messages.
 */
function readFilterValue(
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

/** A value may be longer than the field allows; it then matches nothing. */
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
