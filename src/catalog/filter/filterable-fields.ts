import { customFieldKind, type RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import { SYSTEM_FIELDS } from '../system-fields';
import { systemFieldsOf } from '../system-fields-of';
import type { CustomVariant, FilterField } from './filter';

const CUSTOM_PREFIX = 'field.';
const SHOWN = 100;

/** The fields that filters and sorts of a resource may name: its own, those of the system, and `field.<key>`. */
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
    const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
    return names.slice(0, SHOWN).join(', ') + more;
  }
}

/** Types may give one key different data types; each data type is a variant with the ids of its types. */
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
