import type { RecordType } from '../record-type';
import { customFieldKind } from '../record-type';
import type { Field } from '../field';
import type { Target } from '../binding/target';
import { addError, type Draft } from './draft';
import type { FieldReader, FieldReaders } from './field-readers';
import { isValueIssue, readValue, required } from './read-value';

/** A core field as the rows of a file give it. */
export interface DescribedField {
  readonly field: Field;
  /** Never null: required by the description, or part of the key. */
  readonly required: boolean;
  /** Null without `field_options`. */
  readonly reader: FieldReader | null;
}

/**
 * Gives empty cells the value of another field, as `"default": {"from": "identifier"}` says. Runs once all cells of a row
 * are read and before references are resolved: the value of a reference is the text that the file has.
 */
export class Fallbacks {
  private readonly sources: readonly (readonly [name: string, field: DescribedField, source: Target])[];
  /** The kind of each custom field: that of the first type that has it. */
  private readonly customs = new Map<string, Field>();

  constructor(
    fields: ReadonlyMap<string, DescribedField>,
    private readonly readers: FieldReaders,
    types: readonly RecordType[],
  ) {
    this.sources = [...fields].flatMap(([name, field]) =>
      field.reader?.fallback ? [[name, field, field.reader.fallback] as const] : [],
    );
    if (!readers.hasFallbacks) return;
    for (const field of types.flatMap((type) => type.fields)) {
      if (!this.customs.has(field.key)) this.customs.set(field.key, customFieldKind(field));
    }
  }

  take(draft: Draft): void {
    if (!this.readers.hasFallbacks) return;
    for (const [name, described, source] of this.sources) {
      if (draft.core.get(name) === null) this.takeCore(draft, name, described, source);
    }
    for (const [index, cell] of draft.customCells.entries()) {
      const source = cell.reader?.fallback;
      if (source) draft.customCells[index] = { ...cell, fallback: this.textOf(draft, source) };
    }
  }

  private takeCore(draft: Draft, name: string, described: DescribedField, source: Target): void {
    const label = draft.labels.get(name) ?? name;
    const text = this.textOf(draft, source);
    const read = text === null ? null : readValue(described.field, text);
    if (isValueIssue(read)) addError(draft, label, read, text);
    else if (read === null && described.required) addError(draft, label, required(label), null);
    if (isValueIssue(read) || (read === null && described.required)) draft.core.delete(name);
    else draft.core.set(name, read);
  }

  private textOf(draft: Draft, { scope, name }: Target): string | null {
    if (scope === 'core') return draft.core.get(name) ?? null;
    const cell = draft.customCells.find(({ key }) => key === name);
    const field = this.customs.get(name);
    if (!cell || !field) return null;
    const read = cell.reader ? cell.reader.read(field, cell.value) : readValue(field, cell.value);
    return isValueIssue(read) ? null : read;
  }
}
