import type { ParsedRecord } from '../../formats/batch';
import type { JsonValue } from '../../formats/json/json-value';
import type { DefaultValue } from '../binding/binder';
import type { Target } from '../binding/target';
import type { Flaw } from '../kind';
import type { Draft } from './draft';
import { isNestedFlaw, readNested } from './read-nested';
import { valueText } from './read-value';
import { refuse } from './refuse';
import { RowReader } from './row-reader';

/** Reads the records of a JSON or NDJSON file, whose keys are bound record by record: flat ones, and nested custom fields. */
export class ObjectReader extends RowReader {
  /** Custom fields that the record at hand has given: it may have thousands. */
  private readonly customGiven = new Set<string>();

  protected override labels(): Map<string, string> {
    return new Map();
  }

  protected override absentDefaults(draft: Draft): readonly DefaultValue[] {
    const { defaults } = this.binder;
    if (defaults.length === 0) return defaults;
    return defaults.filter(({ target: { scope, name } }) =>
      scope === 'core' ? !draft.labels.has(name) : !this.customGiven.has(name),
    );
  }

  protected override readRecord(draft: Draft, record: Exclude<ParsedRecord, { flaw: unknown }>): boolean {
    const { binder } = this;
    this.customGiven.clear();
    const nested = binder.resource.customFields?.key;
    const object = 'object' in record ? record.object : {};
    for (const key of Object.keys(object)) {
      const value = object[key] ?? null; // a JSON value is never undefined
      if (key === nested) this.readNested(draft, key, value);
      else {
        const target = binder.targetOf(key);
        if (target) this.feed(draft, target, key, value);
      }
    }
    return true;
  }

  private readNested(draft: Draft, nested: string, values: JsonValue): void {
    if (values === null) return;
    const read = readNested(this.binder.resource.customFields?.form ?? 'object', values);
    if (isNestedFlaw(read)) {
      refuse(draft, nested, read, valueText(values));
      return;
    }
    for (const [name, value] of read) this.feed(draft, { scope: 'custom', name }, `${nested}.${name}`, value);
  }

  /** Gives one value to one field; the second value for the same field is an error, never the winner. */
  private feed(draft: Draft, { scope, name }: Target, label: string, value: JsonValue): void {
    const twice = scope === 'core' ? draft.labels.has(name) : this.customGiven.has(name);
    if (twice) refuse(draft, label, givenTwice(name), valueText(value));
    else if (scope === 'custom') {
      this.customGiven.add(name);
      draft.customCells.push({ key: name, label, value });
    } else {
      draft.labels.set(name, label);
      this.take(draft, name, label, value);
    }
  }
}

const givenTwice = (name: string): Flaw => ({
  code: 'duplicate_key',
  message: `The field ${name} is given twice in this record; keep one.`,
});
