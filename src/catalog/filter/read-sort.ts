import { isJsonObject, type JsonValue } from '../../formats/json/json-value';
import type { RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import { FilterError, type FilterField, type FilterIssue } from './filter';
import { FilterableFields } from './filter-fields';

const MAX_KEYS = 10;
const MAX_SHOWN = 100;

/** One `{field, direction}` of a sort. */
export interface SortKey {
  readonly field: FilterField;
  readonly descending: boolean;
}

/**
 * Reads `sort`. Throws a FilterError with everything that is wrong; its pointers start at `value`
 * itself.
 */
export function readSort(
  resource: ResourceDescription,
  types: readonly RecordType[],
  value: JsonValue,
): SortKey[] {
  const issues: FilterIssue[] = [];
  const fields = new FilterableFields(resource, types);
  const keys = readKeys(fields, value, issues);
  if (issues.length > 0) throw new FilterError(issues);
  return keys;
}

function readKeys(fields: FilterableFields, value: JsonValue, issues: FilterIssue[]): SortKey[] {
  if (!Array.isArray(value) || value.length > MAX_KEYS) {
    const message = `A sort is a list of at most ${MAX_KEYS} {"field", "direction"}.`;
    issues.push({ pointer: '', code: 'invalid_sort', message });
    return [];
  }
  const named = new Set<string>();
  return value.flatMap((item, at) => {
    const read = readKey(fields, item);
    if ('message' in read) {
      issues.push({ ...read, pointer: `/${at}${read.pointer}` });
      return [];
    }
    const name = `${read.field.scope}:${read.field.name}`;
    if (named.has(name)) {
      issues.push({ pointer: `/${at}/field`, code: 'invalid_sort', message: 'A sort names a field once.' });
    }
    named.add(name);
    return [read];
  });
}

function readKey(fields: FilterableFields, item: JsonValue): SortKey | FilterIssue {
  if (!isJsonObject(item)) {
    return {
      pointer: '',
      code: 'invalid_sort',
      message: 'A sort key is {"field": "name", "direction": "asc"}.',
    };
  }
  const { field: name, direction, ...others } = item;
  const [other] = Object.keys(others);
  if (other !== undefined) {
    return {
      pointer: '',
      code: 'invalid_sort',
      message: `"${other.slice(0, MAX_SHOWN)}" has no meaning in a sort.`,
    };
  }
  const field = typeof name === 'string' ? fields.find(name) : undefined;
  if (!field) {
    const what =
      typeof name === 'string'
        ? `There is no field "${name.slice(0, MAX_SHOWN)}".`
        : 'A sort key names a field.';
    return { pointer: '/field', code: 'unknown_field', message: `${what} The fields are: ${fields.list}.` };
  }
  if (direction !== undefined && direction !== 'asc' && direction !== 'desc') {
    return { pointer: '/direction', code: 'invalid_sort', message: 'The direction is asc or desc.' };
  }
  const unsortable = unsortableIssue(field);
  return unsortable ?? { field, descending: direction === 'desc' };
}

function unsortableIssue(field: FilterField): FilterIssue | null {
  const refuse = (message: string): FilterIssue => ({ pointer: '/field', code: 'invalid_sort', message });
  if (field.scope === 'custom') {
    if (field.variants.length === 1) return null;
    const names = field.variants.map((variant) => variant.field.kind.name).join(' and ');
    return refuse(`${field.name} holds ${names} values in different types, which have no common order.`);
  }
  return field.field.kind.pgType === 'json'
    ? refuse(`${field.name} holds JSON objects, which have no order.`)
    : null;
}
