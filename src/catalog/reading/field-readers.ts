import { jsonPointer } from '../../formats/json/json-pointer';
import type { JsonValue } from '../../formats/json/json-value';
import type { Binder } from '../binding/binder';
import { targetKey, type Target } from '../binding/target';
import type { Field } from '../field';
import { type Issue, literalText } from '../kind';
import { customFieldKind } from '../record-type';
import { SYSTEM_FIELDS } from '../resource-fields';
import type { CustomReader } from './draft';
import type { RefusedValue } from './custom-rules';
import { EVERY_FIELD, type OptionsByField } from '../binding/field-options';
import { checkCommonOptions, checkFieldOptions } from './field-rules/check-field-options';
import { ValueHints } from './field-rules/value-hints';
import { readValue } from './read-value';

/** Reads a CSV cell or a JSON value by the options of its field. */
type ValueReader = (value: JsonValue) => string | null | Issue;

/** How the values of a core field are read. */
export interface FieldReader {
  readonly read: ValueReader;
  /** The field whose value serves for an empty cell. */
  readonly fallback: Target | null;
}

/** The readers of the fields for which an import has `field_options`; all others are read as they are. */
export class FieldReaders {
  /** Some empty cell takes the value of another field. */
  readonly hasFallbacks: boolean;
  private readonly options: OptionsByField;
  private readonly hints: ValueHints;
  private readonly core = new Map<string, FieldReader>();
  private readonly customs = new Map<string, CustomReader | null>();
  /** The names under which the request gives options, by their targets. */
  private readonly names = new Map<string, string>();

  /** Compiles the options of every field. Throws a BindingError for one that cannot be meant. */
  constructor(private readonly binder: Binder) {
    const { resource, types } = binder;
    this.options = binder.options.field_options ?? {};
    this.hints = new ValueHints(this.options);
    this.hasFallbacks = Object.values(this.options).some((own) => typeof own.default === 'object');
    checkCommonOptions(this.options);
    const named = Object.keys(this.options);
    for (const name of named.filter((field) => field !== EVERY_FIELD)) {
      this.names.set(targetKey(binder.optionTarget(name, jsonPointer('field_options', name))), name);
    }
    if (named.length === 0) return;
    const { archived_at, id } = SYSTEM_FIELDS;
    for (const [name, field] of [...Object.entries({ archived_at, id }), ...resource.fields]) {
      const reader = this.compile({ scope: 'core', name }, field);
      if (reader) this.core.set(name, reader);
    }
    // Only the fields that the request names: a workspace may have hundreds of thousands.
    for (const field of types.flatMap(({ fields }) => fields)) {
      const target: Target = { scope: 'custom', name: field.key };
      if (this.names.has(targetKey(target))) this.compile(target, customFieldKind(field));
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
    if (!this.names.has(targetKey(target)) && !Object.hasOwn(this.options, EVERY_FIELD)) return null;
    const byField = new Map<Field, ValueReader>();
    return {
      read: (field, value) => {
        let read = byField.get(field);
        if (read === undefined) {
          const made =
            this.compile(target, field)?.read ??
            ((given): ReturnType<ValueReader> => readValue(field, given));
          byField.set(field, (read = made));
        }
        return read(value);
      },
      fallback: this.fallbackOf(target),
    };
  }

  /** Null without options for the field. */
  private compile(target: Target, field: Field): FieldReader | null {
    const readCell = checkFieldOptions(this.nameOf(target), field, this.options);
    const fallback = this.fallbackOf(target);
    if (readCell === null && fallback === null) return null;
    if (readCell === null) return { read: (value) => readValue(field, value), fallback };
    const read: ValueReader = (value) => {
      const text = value === null ? '' : literalText(value);
      return text === null ? field.kind.readJson(value, field) : readCell(text);
    };
    return { read, fallback };
  }

  /** The issue of a value, with the options that would read it. */
  explain(target: Target, { field, required, value, issue }: RefusedValue): Issue {
    const text = literalText(value);
    return text === null ? issue : this.hints.explain(this.nameOf(target), field, text, issue, !required);
  }

  private nameOf(target: Target): string {
    return this.names.get(targetKey(target)) ?? target.name;
  }

  private fallbackOf(target: Target): Target | null {
    const name = this.names.get(targetKey(target));
    const fallback = name === undefined ? undefined : this.options[name]?.default;
    if (name === undefined || typeof fallback !== 'object') return null;
    return this.binder.optionTarget(fallback.from, `${jsonPointer('field_options', name)}/default/from`);
  }
}
