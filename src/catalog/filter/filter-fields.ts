import type { Field } from '../field';
import { customFieldKind, type RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import { SYSTEM_FIELDS, systemFieldsOf } from '../resource-fields';
import { FILTER_OPS, type CustomVariant, type FilterField, type FilterOp } from './filter';
import { isJsonObject, type JsonValue } from '../../formats/json/json-value';

const EQUALITY: readonly FilterOp[] = ['eq', 'ne', 'in', 'not_in', 'is_null'];
const ORDERED: readonly FilterOp[] = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'is_null'];

/** The operators that make sense for the values of a field. */
export function opsOf({ kind }: Field): readonly FilterOp[] {
  switch (kind.pgType) {
    case 'text':
      return FILTER_OPS;
    case 'json':
      return ['is_null'];
    case 'uuid':
    case 'boolean':
      return EQUALITY;
    default:
      return ORDERED;
  }
}

const CUSTOM_PREFIX = 'field.';
const MAX_SHOWN = 100;

/**
 * The fields that filters and sorts of a resource may name: its own, those of the system, and
 * `field.<key>`.
 */
export class FilterableFields {
  private readonly byName = new Map<string, FilterField>();

  constructor(resource: ResourceDescription, types: readonly RecordType[]) {
    for (const [name, field] of [...resource.fields, ...systemFieldsOf(resource)]) {
      this.byName.set(name, { scope: 'core', name, field });
    }
    // `id` takes what names a record of this very resource.
    this.byName.set('id', {
      scope: 'core',
      name: 'id',
      field: { ...SYSTEM_FIELDS.id, target: resource.name },
    });
    for (const [key, variants] of variantsOf(types)) {
      this.byName.set(CUSTOM_PREFIX + key, { scope: 'custom', name: key, variants });
    }
  }

  find(name: string): FilterField | undefined {
    return this.byName.get(name);
  }

  /** The names, for a message. */
  get list(): string {
    const names = [...this.byName.keys()];
    const more = names.length > MAX_SHOWN ? ` and ${names.length - MAX_SHOWN} more` : '';
    return names.slice(0, MAX_SHOWN).join(', ') + more;
  }
}

/**
 * Types may give one key different data types; each data type is a variant with the ids of its types.
 */
function variantsOf(types: readonly RecordType[]): Map<string, CustomVariant[]> {
  const variants = new Map<string, (CustomVariant & { typeIds: string[] })[]>();
  for (const { id, fields } of types) {
    for (const custom of fields) {
      const field = customFieldKind(custom);
      const known = variants.get(custom.key) ?? [];
      const same = known.find((variant) => variant.field === field);
      if (same) same.typeIds.push(id);
      else variants.set(custom.key, [...known, { field, typeIds: [id] }]);
    }
  }
  return variants;
}

/**
 * The fields that the conditions and sort keys in `value` name, each once; the empty text for a name
 * that is not a text. Does not validate: the types that validation needs are loaded by these names.
 */
export function namedFields(value: JsonValue): Set<string> {
  const names = new Set<string>();
  const open: JsonValue[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next);
    else if (isJsonObject(next)) {
      const { field, ...others } = next;
      if (field !== undefined) names.add(typeof field === 'string' ? field : '');
      open.push(...Object.values(others).filter((member) => typeof member === 'object' && member !== null));
    }
  }
  return names;
}
