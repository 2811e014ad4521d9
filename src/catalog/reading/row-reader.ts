import type { ParsedRecord } from '../../formats/batch';
import type { JsonValue } from '../../formats/json/json-value';
import type { Binder, DefaultValue } from '../binding/binder';
import type { Target } from '../binding/target';
import { hasOuterBlank } from '../kinds/identifier';
import { fieldOf, ARCHIVED_AT, SYSTEM_FIELDS } from '../resource-fields';
import type { ResourceDescription } from '../resource';
import { type CustomCell, type Draft, addError, RowValues } from './draft';
import { type DescribedField, Fallbacks } from './fallbacks';
import { FieldReaders } from './field-readers';
import { type CustomRules, outerBlank, type RefusedValue } from './custom-rules';
import { isMissing, isValueIssue, readValue, required, valueText } from './read-value';

/** One cell of a wide record: a row of its own. */
interface WideCell {
  /** Number of the row among all rows of the unpivoted file: from 1, without gaps. */
  readonly row: number;
  /** The name of its column or key. */
  readonly column: string;
  readonly value: JsonValue;
}

/** Shared by the rows of a resource without custom fields, and never written to. */
const NO_CELLS: CustomCell[] = [];
const NO_CUSTOM: Record<string, string | null> = {};

/**
 * Reads parsed records of one file into drafts. Pure: what needs the database (references, types) comes after.
 * `CellReader` reads those of CSV, `ObjectReader` those of JSON.
 */
export abstract class RowReader implements CustomRules {
  /** Fields without which a row finds no record: natural key, or id. */
  private readonly keys: ReadonlySet<string>;
  /** Pairs of references that must exist: a message about one says what the file called them. */
  private readonly keepsGiven: boolean;
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly fields: ReadonlyMap<string, DescribedField>;
  /** How the fields with options are read. */
  private readonly readers: FieldReaders;
  private readonly fallbacks: Fallbacks;

  constructor(protected readonly binder: Binder) {
    const { match, resource } = binder;
    this.keys = new Set(match.by === 'natural' ? requiredKey(resource) : match.by === 'id' ? ['id'] : []);
    this.keepsGiven = resource.parentKey !== null && resource.parentKey.resource !== null;
    const names = [...resource.fields.keys(), ARCHIVED_AT, 'id'];
    this.indexes = new Map(names.map((name, index) => [name, index]));
    this.readers = new FieldReaders(binder);
    this.fields = new Map(names.map((name) => [name, this.describe(name)]));
    this.fallbacks = new Fallbacks(this.fields, this.readers, binder.types);
  }

  read(record: ParsedRecord): Draft {
    const draft = this.newDraft(record);
    if ('issue' in record) {
      addError(draft, null, record.issue, record.raw);
      return draft;
    }
    if (!this.readRecord(draft, record)) return draft;
    for (const constant of this.absentDefaults(draft)) this.takeDefault(draft, constant);
    this.fallbacks.take(draft);
    this.checkKey(draft);
    return draft;
  }

  /** Reads one cell of a wide record, and `kept`, all that the record has beside such cells. */
  readCell(kept: Exclude<ParsedRecord, { issue: unknown }>, { row, column, value }: WideCell): Draft {
    const { unpivot } = this.binder;
    if (unpivot === null) throw new Error('The import does not unpivot its file.');
    const draft = this.newDraft(kept, row, column);
    this.readRecord(draft, kept);
    for (const constant of this.absentDefaults(draft)) this.takeDefault(draft, constant);
    draft.labels = new Map(draft.labels); // the other rows share the map of their columns
    for (const { scope, name } of [unpivot.name, unpivot.value]) {
      if (scope === 'core') draft.labels.set(name, column);
    }
    this.give(draft, unpivot.name, column, column);
    this.give(draft, unpivot.value, column, value);
    this.fallbacks.take(draft);
    this.checkKey(draft);
    return draft;
  }

  /** Names by which the record calls its core fields, for messages; a Map of its own, or one that records share. */
  protected abstract labels(record: ParsedRecord): Map<string, string>;
  /** False when nothing of the record could be read. */
  protected abstract readRecord(draft: Draft, record: Exclude<ParsedRecord, { issue: unknown }>): boolean;
  /** The defaults that serve, because the record leaves their fields absent. */
  protected abstract absentDefaults(draft: Draft): readonly DefaultValue[];

  /** Reads the value of a core field that the record calls `label`. */
  private take(draft: Draft, name: string, label: string, value: JsonValue): void {
    const described = this.fields.get(name);
    if (!described) throw new Error(`A row of ${this.binder.resource.name} has no field ${name}.`);
    const { reader } = described;
    const read = reader === null ? readValue(described.field, value) : reader.read(value);
    if (isValueIssue(read))
      this.refuse(draft, { scope: 'core', name }, label, { ...described, value, issue: read });
    else if (described.required && isMissing(read) && !(read === null && reader?.fallback)) {
      addError(draft, label, required(label), null);
    } else draft.core.set(name, read);
  }

  /** Adds the error of a value, with the options that would read it. */
  refuse(draft: Draft, target: Target, label: string, refused: RefusedValue): void {
    addError(draft, label, this.readers.explain(target, refused), valueText(refused.value));
  }

  /** The custom field by which rows are matched with records; null for none. */
  get matchKey(): string | null {
    const { match } = this.binder;
    return match.by === 'custom' ? match.key : null;
  }

  /** Gives the value that the record calls `label` to a field; a custom cell is read once the type is known. */
  protected give(draft: Draft, { scope, name }: Target, label: string, value: JsonValue): void {
    if (scope === 'core') this.take(draft, name, label, value);
    else {
      const reader = this.readers.customReader(name);
      draft.customCells.push(reader ? { key: name, label, value, reader } : { key: name, label, value });
    }
  }

  private takeDefault(draft: Draft, { target, label, value }: DefaultValue): void {
    if (target.scope === 'core') draft.labels.set(target.name, label);
    this.give(draft, target, label, value);
  }

  /** A key that neither the record nor a default gives is missed. */
  private checkKey(draft: Draft): void {
    const { match } = this.binder;
    if (draft.errors.length > 0) return;
    for (const name of this.keys) if (!draft.labels.has(name)) addError(draft, name, required(name), null);
    if (match.by !== 'custom') return;
    const cell = draft.customCells.find(({ key }) => key === match.key);
    // What an empty cell with options means is known once its type is.
    const label = cell?.label ?? match.key;
    if (!cell || (!cell.reader && (cell.value === '' || cell.value === null))) {
      addError(draft, label, required(label), null);
    } else if (!cell.reader && typeof cell.value === 'string' && hasOuterBlank(cell.value)) {
      addError(draft, label, outerBlank(match.key), cell.value);
    }
  }

  private newDraft(record: ParsedRecord, row = record.row, fileColumn: string | null = null): Draft {
    const { line } = record;
    const custom = this.binder.resource.customFields !== null;
    return {
      row,
      line,
      fileRow: fileColumn === null ? null : record.row,
      fileColumn,
      core: new RowValues(this.indexes),
      labels: this.labels(record),
      given: this.keepsGiven ? new Map() : null,
      parentKey: null,
      customCells: custom ? [] : NO_CELLS,
      custom: custom ? {} : NO_CUSTOM,
      clearsCustom: false,
      errors: [],
    };
  }

  private describe(name: string): DescribedField {
    const ofSystem = name === ARCHIVED_AT || name === 'id';
    const field = ofSystem ? SYSTEM_FIELDS[name] : fieldOf(this.binder.resource, name);
    const reader = this.readers.coreReader(name);
    return { field, required: this.keys.has(name) || field.required, reader };
  }
}

/** The natural key without references that a direct reference may replace: those are checked once references are resolved. */
function requiredKey({ naturalKey, parentKey }: ResourceDescription): string[] {
  return naturalKey.filter(
    (name) => parentKey === null || parentKey.directField === null || !parentKey.fields.includes(name),
  );
}
