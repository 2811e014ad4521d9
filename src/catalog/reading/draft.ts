import type { JsonValue } from '../../formats/json/json-value';
import type { RowError } from './row-error';

/** A custom cell whose kind is known only once the record's type is. */
export interface CustomCell {
  readonly key: string;
  readonly label: string;
  /** A CSV cell or a JSON value; null and the empty string are both null. */
  readonly value: JsonValue;
}

/** Canonical texts by field; a Map is one. */
export interface FieldValues extends Iterable<[string, string | null]> {
  get(name: string): string | null | undefined;
  has(name: string): boolean;
  set(name: string, value: string | null): unknown;
  delete(name: string): unknown;
}

/** A row on its way from a record to the staging table. */
export interface Draft {
  readonly row: number;
  readonly line: number;
  /** Canonical texts by field: null clears, an absent field leaves unchanged. References hold what the file says until resolved. */
  readonly core: FieldValues;
  /** Where each core value came from, for messages. */
  readonly labels: Map<string, string>;
  /** What the file says of references, kept for messages once `core` holds their UUIDs; null where no message needs it. */
  readonly given: Map<string, string> | null;
  /** The key that stands for the fields of `through`, once resolved. */
  parentKey: string | null;
  readonly customCells: CustomCell[];
  readonly custom: Record<string, string | null>;
  /** Some value of `custom` is null. */
  clearsCustom: boolean;
  readonly errors: RowError[];
}
