import type { JsonValue } from '../../formats/json/json-value';
import { shownText } from '../../formats/shown-text';
import { type RowError, shownValue } from './row-error';
import type { Issue } from '../kind';
import type { Target } from '../binding/target';
import type { Field } from '../field';

/** How the values of a custom field with options are read: its kind is known only once the type of the record is. */
export interface CustomReader {
  readonly read: (field: Field, value: JsonValue) => string | null | Issue;
  /** The field whose value serves for an empty cell. */
  readonly fallback: Target | null;
}

/** A custom cell whose kind is known only once the record's type is. */
export interface CustomCell {
  readonly key: string;
  readonly label: string;
  /** A CSV cell or a JSON value; null and the empty string are both null. */
  readonly value: JsonValue;
  /** How `field_options` has it read; absent without options. */
  readonly reader?: CustomReader;
  /** The text that serves when the cell is empty. */
  readonly fallback?: string | null;
}

/** Canonical texts by field; a Map is one. */
interface FieldValues extends Iterable<[string, string | null]> {
  get(name: string): string | null | undefined;
  has(name: string): boolean;
  set(name: string, value: string | null): unknown;
  delete(name: string): unknown;
}

/** A row on its way from a record to the staging table. */
export interface Draft {
  readonly row: number;
  readonly line: number;
  /** Under `unpivot`, where `row` counts the rows that the file becomes: the row and the column of the file. */
  readonly fileRow: number | null;
  readonly fileColumn: string | null;
  /** Canonical texts by field: null clears, an absent field leaves unchanged. References are as the file has them until they are resolved. */
  readonly core: FieldValues;
  /** Where each core value came from, for messages. */
  labels: Map<string, string>;
  /** References as the file has them, for messages after `core` has their UUIDs; null when no message needs them. */
  readonly given: Map<string, string> | null;
  /** The key of the parent, once it is resolved. */
  parentKey: string | null;
  readonly customCells: CustomCell[];
  readonly custom: Record<string, string | null>;
  /** Some value of `custom` is null. */
  clearsCustom: boolean;
  readonly errors: RowError[];
  /** The archived records that the row refers to; absent without any. */
  archivedParents?: ArchivedParent[];
}

/** An archived record that a row refers to. */
export interface ArchivedParent {
  /** The field that names it; null for a parent that two fields name. */
  readonly field: string | null;
  readonly noun: string;
  /** What it is known by. */
  readonly name: string;
}

/** Adds an error to the draft. `column`: the name that the file uses. */
export function addError(draft: Draft, column: string | null, issue: Issue, value: string | null): void {
  const { row, line, fileRow } = draft;
  const { code, message } = issue;
  const shown = value === null ? null : shownValue(value);
  const error = { row, line, column, code, message: shownText(message), value: shown };
  draft.errors.push(fileRow === null ? error : { ...error, fileRow });
}

/** The values of one row in an array with one element per field. For millions of rows a Map each would cost more than reading them. */
export class RowValues implements FieldValues {
  private readonly values: (string | null | undefined)[];

  /** `indexes`: the index of each field, shared by all rows of a file. */
  constructor(private readonly indexes: ReadonlyMap<string, number>) {
    this.values = new Array<string | null | undefined>(indexes.size).fill(undefined);
  }

  get(name: string): string | null | undefined {
    const index = this.indexes.get(name);
    return index === undefined ? undefined : this.values[index];
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(name: string, value: string | null): void {
    const index = this.indexes.get(name);
    if (index === undefined) throw new Error(`A row of this file has no field ${name}.`);
    this.values[index] = value;
  }

  delete(name: string): void {
    const index = this.indexes.get(name);
    if (index !== undefined) this.values[index] = undefined;
  }

  *[Symbol.iterator](): Iterator<[string, string | null]> {
    for (const [name, index] of this.indexes) {
      const value = this.values[index];
      if (value !== undefined) yield [name, value];
    }
  }
}
