import type { ParsedRecord } from '../../formats/batch';
import { unguardCell } from '../../formats/csv/spreadsheet-guard';
import type { JsonObject, JsonValue } from '../../formats/json/json-value';
import type { BoundColumn } from '../binding/bind-header';
import type { Binder } from '../binding/binder';
import type { Target } from '../binding/target';
import type { Field } from '../field';
import { fieldOf } from '../field-of';
import type { Flaw } from '../kind';
import type { ResourceDescription } from '../resource';
import { ARCHIVED_AT, SYSTEM_FIELDS } from '../system-fields';
import type { Draft } from './draft';
import { isNestedFlaw, readNested } from './read-nested';
import { isValueFlaw, readValue, required, valueText } from './read-value';
import { shownValue } from './row-error';

/** Reads parsed records of one file into drafts. Pure: what needs the database (references, types) comes after. */
export class RowReader {
  /** Fields without which a row finds no record: natural key, id or a custom field. */
  private readonly keys: ReadonlySet<string>;

  constructor(
    private readonly binder: Binder,
    /** The bound header; null for JSON, whose keys are bound record by record. */
    private readonly columns: readonly BoundColumn[] | null,
    private readonly spreadsheetSafe: boolean,
  ) {
    const { match, resource } = binder;
    this.keys = new Set(match.by === 'natural' ? requiredKey(resource) : match.by === 'id' ? ['id'] : []);
  }

  read(record: ParsedRecord): Draft {
    const { row, line } = record;
    const draft: Draft = {
      row,
      line,
      core: new Map(),
      labels: new Map(),
      given: new Map(),
      through: null,
      customCells: [],
      custom: {},
      errors: [],
    };
    if ('flaw' in record) refuse(draft, null, record.flaw, record.raw);
    else if ('cells' in record) this.readCells(draft, record.cells);
    else this.readObject(draft, record.object);
    if (draft.errors.length === 0 || !('flaw' in record)) this.complete(draft);
    return draft;
  }

  private readCells(draft: Draft, cells: readonly string[]): void {
    const columns = this.columns ?? [];
    if (cells.length !== columns.length) {
      const message = `The record has ${cells.length} cells, the header ${columns.length}. A comma inside a cell needs quotes around it.`;
      refuse(draft, null, { code: 'column_count', message }, cells.join(','));
      return;
    }
    for (const [index, { target, label }] of columns.entries()) {
      const cell = cells[index] ?? '';
      if (target) this.feed(draft, target, label, this.spreadsheetSafe ? unguardCell(cell) : cell);
      else if (label === '' && cell !== '') this.refuseNameless(draft, index, cell);
    }
  }

  private refuseNameless(draft: Draft, index: number, cell: string): void {
    const message = `Column ${index + 1} has no name in the header, but a value here. Name the column or empty it.`;
    refuse(draft, null, { code: 'empty_column_name', message }, cell);
  }

  private readObject(draft: Draft, object: JsonObject): void {
    for (const [key, value] of Object.entries(object)) {
      if (key === this.binder.resource.customFields?.key) this.readNested(draft, key, value);
      else {
        const target = this.binder.targetOf(key);
        if (target) this.feed(draft, target, key, value);
      }
    }
  }

  private readNested(draft: Draft, nested: string, values: JsonValue): void {
    if (values === null) return;
    const read = readNested(this.binder.resource.customFields?.form ?? 'object', values);
    if (isNestedFlaw(read)) refuse(draft, nested, read, valueText(values));
    else
      for (const [key, value] of read)
        this.feed(draft, { scope: 'custom', name: key }, `${nested}.${key}`, value);
  }

  /** Gives one value to one field; the second value for the same field is an error, never the winner. */
  private feed(draft: Draft, { scope, name }: Target, label: string, value: JsonValue): void {
    if (scope === 'custom') {
      if (draft.customCells.some(({ key }) => key === name))
        refuse(draft, label, twice(name), valueText(value));
      else draft.customCells.push({ key: name, label, value });
      return;
    }
    if (draft.labels.has(name)) {
      refuse(draft, label, twice(name), valueText(value));
      return;
    }
    draft.labels.set(name, label);
    const read = readValue(this.field(name), value);
    if (isValueFlaw(read)) refuse(draft, label, read, valueText(value));
    else if (read === null && this.isRequired(name)) refuse(draft, label, required(label), null);
    else draft.core.set(name, read);
  }

  /** Defaults serve what is absent; then a key that is still absent is missed. */
  private complete(draft: Draft): void {
    const { defaults, match } = this.binder;
    for (const { target, label, value } of defaults) {
      const present =
        target.scope === 'core'
          ? draft.labels.has(target.name)
          : draft.customCells.some(({ key }) => key === target.name);
      if (!present) this.feed(draft, target, label, value);
    }
    for (const name of this.keys) {
      if (!draft.labels.has(name) && draft.errors.length === 0) refuse(draft, name, required(name), null);
    }
    if (match.by === 'custom' && draft.errors.length === 0) {
      const cell = draft.customCells.find(({ key }) => key === match.key);
      if (!cell || cell.value === '' || cell.value === null) {
        refuse(draft, cell?.label ?? match.key, required(cell?.label ?? match.key), null);
      }
    }
  }

  private isRequired(name: string): boolean {
    return this.keys.has(name) || (name in SYSTEM_FIELDS ? false : this.field(name).required);
  }

  private field(name: string): Field {
    if (name === ARCHIVED_AT || name === 'id') return SYSTEM_FIELDS[name];
    return fieldOf(this.binder.resource, name);
  }
}

/** The natural key, less what another field may stand for: that is judged once references are resolved. */
export function requiredKey({ naturalKey, through }: ResourceDescription): string[] {
  return naturalKey.filter(
    (name) => through === null || through.as === null || !through.fields.includes(name),
  );
}

const twice = (name: string): Flaw => ({
  code: 'duplicate_key',
  message: `The field ${name} is given twice in this record; keep one.`,
});

/** Notes on the draft what is wrong; `column` is the name the file used. */
export function refuse(draft: Draft, column: string | null, flaw: Flaw, value: string | null): void {
  const { row, line } = draft;
  draft.errors.push({ row, line, column, ...flaw, value: value === null ? null : shownValue(value) });
}
