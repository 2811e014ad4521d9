import type { JsonValue } from '../../formats/json/json-value';
import type { Binder } from '../binding/binder';
import { ALL_FIELDS } from '../binding/field-sources';
import { pointerTo, type Target } from '../binding/target';
import type { Field } from '../field';
import type { Issue } from '../kind';
import { customFieldKind } from '../record-type';
import { ARCHIVED_AT, SYSTEM_FIELDS } from '../resource-fields';
import type { CustomReader } from './custom-reader';
import type { FieldOptions } from './field-options';
import { compileFieldRules } from './field-rules/compile-field-rules';

/** Reads a CSV cell or a JSON value by the options of its field. */
export type ValueReader = (value: JsonValue) => string | null | Issue;

/** How the values of a core field are read. */
export interface FieldReader {
  readonly read: ValueReader;
  /** The field whose value serves for an empty cell. */
  readonly fallback: Target | null;
}

/** The readers of the fields for which an import has `field_options`; all others are read as they are. */
export class FieldReaders {
  private readonly core = new Map<string, FieldReader>();
  private readonly customs = new Map<string, CustomReader | null>();
  private readonly byTarget = new Map<string, FieldOptions>();
  private readonly all: FieldOptions | null;
  /** Some empty cell takes the value of another field. */
  readonly hasFallbacks: boolean;

  /** Compiles the options of every field. Throws a BindingError or an OptionError for one that cannot be meant. */
  constructor(private readonly binder: Binder) {
    const { resource, types, options } = binder;
    const { [ALL_FIELDS]: all = null, ...named } = (options.field_options ?? {}) as Record<string, FieldOptions>;
    this.all = all;
    for (const [field, own] of Object.entries(named)) {
      const { scope, name } = binder.optionTarget(field, pointerTo('field_options', field));
      this.byTarget.set(`${scope}:${name}`, own);
    }
    this.hasFallbacks = Object.values(named).some((own) => typeof own.default === 'object');
    if (all === null && this.byTarget.size === 0) return;
    for (const [name, field] of [...resource.fields, ...Object.entries(SYSTEM_FIELDS)]) {
      if (name !== ARCHIVED_AT && name !== 'id' && !resource.fields.has(name)) continue;
      const compiled = this.compile({ scope: 'core', name }, field);
      if (compiled) this.core.set(name, compiled);
    }
    // Only the fields that the request names: a workspace may have hundreds of thousands.
    for (const field of types.flatMap(({ fields }) => fields)) {
      if (this.byTarget.has(`custom:${field.key}`)) {
        this.compile({ scope: 'custom', name: field.key }, customFieldKind(field));
      }
    }
  }

  /** Null for a core field without options. */
  coreReader(name: string): FieldReader | null {
    return this.core.get(name) ?? null;
  }

  /** Null for a custom field without options. */
  customReader(key: string): CustomReader | null {
    let reader = this.customs.get(key);
    if (reader === undefined) this.customs.set(key, (reader = this.customOf(key)));
    return reader;
  }

  private customOf(key: string): CustomReader | null {
    const target: Target = { scope: 'custom', name: key };
    if (this.optionsOf(target) === null) return null;
    const byField = new Map<Field, FieldReader | null>();
    return {
      read: (field, value) => {
        let reader = byField.get(field);
        if (reader === undefined) byField.set(field, (reader = this.compile(target, field)));
        return reader === null ? null : reader.read(value);
      },
      fallback: this.fallbackOf(target),
    };
  }

  private compile(target: Target, field: Field): FieldReader | null {
    const options = this.optionsOf(target);
    return options && { read: compileFieldRules(field, options), fallback: this.fallbackOf(target) };
  }

  /** The options of a field over those of all fields. */
  private optionsOf({ scope, name }: Target): FieldOptions | null {
    const own = this.byTarget.get(`${scope}:${name}`);
    return own && this.all ? { ...this.all, ...own } : (own ?? this.all);
  }

  private fallbackOf(target: Target): Target | null {
    const fallback = this.optionsOf(target)?.default;
    if (typeof fallback !== 'object') return null;
    return this.binder.optionTarget(fallback.from, `${pointerTo('field_options', target.name)}/default/from`);
  }
}
