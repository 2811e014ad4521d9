import type { ParsedRecord } from '../../formats/batch';
import type { JsonObject, JsonValue } from '../../formats/json/json-value';
import type { DefaultValue } from '../binding/binder';
import { unknownColumns } from '../binding/bind-header';
import type { FieldSource } from '../binding/field-sources';
import { targetKey, type Target } from '../binding/target';
import { type Issue, literalText } from '../kind';
import { type Draft, addError } from './draft';
import { joinParts } from './join-parts';
import { isNestedIssue, readNested, valueText } from './read-value';
import { RowReader } from './row-reader';

/** Flat records with the same keys, no two of which feed one field. */
interface Shape {
  readonly keys: readonly string[];
  /** What each key feeds; null: nothing. */
  readonly targets: readonly (Target | null)[];
  /** Keys that feed nothing, where that is an error. */
  readonly unknown: readonly string[];
  /** Fields that `field_options` feeds from keys of the record. */
  readonly sources: readonly FieldSource[];
  readonly labels: Map<string, string>;
  /** The defaults that serve, because no key feeds their fields. */
  readonly defaults: readonly DefaultValue[];
}

/** Reads the records of a JSON or NDJSON file, whose keys are bound record by record: flat ones, and nested custom fields. */
export class ObjectReader extends RowReader {
  /** Custom fields that the record at hand has given: it may have thousands. */
  private readonly customGiven = new Set<string>();
  /** That of the last record, if it has one: the next record mostly has the same keys. */
  private shape: Shape | null = null;

  protected override labels(record: ParsedRecord): Map<string, string> {
    if (!('object' in record)) return new Map();
    const keys = Object.keys(record.object);
    if (this.shape === null || !areSame(this.shape.keys, keys)) this.shape = this.shapeOf(keys);
    return this.shape?.labels ?? new Map<string, string>();
  }

  protected override absentDefaults(draft: Draft): readonly DefaultValue[] {
    const { shape, binder } = this;
    if (draft.labels === shape?.labels) return shape.defaults;
    return binder.defaults.filter(({ target: { scope, name } }) =>
      scope === 'core' ? !draft.labels.has(name) : !this.customGiven.has(name),
    );
  }

  protected override readRecord(draft: Draft, record: Exclude<ParsedRecord, { issue: unknown }>): boolean {
    const { binder, shape } = this;
    const object = 'object' in record ? record.object : {};
    if (draft.labels === shape?.labels) {
      this.readShaped(draft, shape, object);
      return true;
    }
    this.customGiven.clear();
    const nested = binder.resource.customFields?.key;
    const keys = Object.keys(object);
    const hasType = binder.namesType(keys);
    for (const key of keys) {
      const value = object[key] ?? null; // a JSON value is never undefined
      if (key === nested) this.readNested(draft, key, value);
      else {
        const target = binder.targetOf(key, hasType);
        if (target) this.feed(draft, target, key, value);
        else this.refuseUnknown(draft, [key]);
      }
    }
    for (const source of binder.sources) {
      if (isPresent(source, object)) this.feed(draft, source.target, source.label, partsOf(source, object));
    }
    return true;
  }

  /** `unknown_columns: error`. */
  private refuseUnknown(draft: Draft, keys: readonly string[]): void {
    for (const key of keys) {
      if (this.binder.options.unknown_columns !== 'error' || !this.binder.isUnknown(key)) continue;
      addError(draft, key, { code: 'unknown_columns', message: unknownColumns([key]) }, null);
    }
  }

  private readShaped(draft: Draft, { keys, targets, sources, unknown }: Shape, object: JsonObject): void {
    if (unknown.length > 0) this.refuseUnknown(draft, unknown);
    for (let index = 0; index < keys.length; index++) {
      const target = targets[index] ?? null;
      if (target === null) continue;
      const label = keys[index] ?? '';
      this.give(draft, target, label, object[label] ?? null);
    }
    for (const source of sources) this.give(draft, source.target, source.label, partsOf(source, object));
  }

  /** Null for keys of which each record must be looked at by itself. */
  private shapeOf(keys: readonly string[]): Shape | null {
    const { binder } = this;
    if (keys.includes(binder.resource.customFields?.key ?? '')) return null;
    const targets: (Target | null)[] = [];
    const fed = new Set<string>();
    const labels = new Map<string, string>();
    const hasType = binder.namesType(keys);
    for (const key of keys) {
      const target = binder.targetOf(key, hasType);
      targets.push(target);
      if (target === null) continue;
      if (fed.has(targetKey(target))) return null;
      fed.add(targetKey(target));
      if (target.scope === 'core') labels.set(target.name, key);
    }
    const sources = binder.sources.filter(({ columns }) => columns.some((column) => keys.includes(column)));
    for (const { target, label } of sources) {
      fed.add(targetKey(target));
      if (target.scope === 'core') labels.set(target.name, label);
    }
    const defaults = binder.defaults.filter(({ target }) => !fed.has(targetKey(target)));
    const isStrict = binder.options.unknown_columns === 'error';
    const unknown = isStrict ? keys.filter((_, index) => targets[index] === null) : [];
    return { keys, targets, unknown, sources, labels, defaults };
  }

  private readNested(draft: Draft, nested: string, values: JsonValue): void {
    if (values === null) return;
    const read = readNested(this.binder.resource.customFields?.form ?? 'object', values);
    if (isNestedIssue(read)) {
      addError(draft, nested, read, valueText(values));
      return;
    }
    for (const [name, value] of read) this.feed(draft, { scope: 'custom', name }, `${nested}.${name}`, value);
  }

  /** Gives one value to one field; the second value for the same field is an error, never the winner. */
  private feed(draft: Draft, target: Target, label: string, value: JsonValue): void {
    const { scope, name } = target;
    const twice = scope === 'core' ? draft.labels.has(name) : this.customGiven.has(name);
    if (twice) {
      addError(draft, label, givenTwice(name), valueText(value));
      return;
    }
    if (scope === 'custom') this.customGiven.add(name);
    else draft.labels.set(name, label);
    this.give(draft, target, label, value);
  }
}

const isPresent = ({ columns }: FieldSource, object: JsonObject): boolean =>
  columns.some((column) => Object.hasOwn(object, column));

/** The value of one key as it is, or the texts of several keys joined. */
function partsOf({ columns, separator }: FieldSource, object: JsonObject): JsonValue {
  const values = columns.map((column) => (Object.hasOwn(object, column) ? (object[column] ?? null) : null));
  if (columns.length === 1) return values[0] ?? null;
  return joinParts(
    values.map((value) => (value === null ? '' : (literalText(value) ?? valueText(value)))),
    separator,
  );
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index++) if (some[index] !== others[index]) return false;
  return true;
}

const givenTwice = (name: string): Issue => ({
  code: 'duplicate_key',
  message: `The field ${name} is given twice in this record; keep one.`,
});
