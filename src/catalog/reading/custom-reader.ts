import type { JsonValue } from '../../formats/json/json-value';
import type { Target } from '../binding/target';
import type { Field } from '../field';
import type { Issue } from '../kind';

/** How the values of a custom field with options are read: its kind is known only once the type of the record is. */
export interface CustomReader {
  readonly read: (field: Field, value: JsonValue) => string | null | Issue;
  /** The field whose value serves for an empty cell. */
  readonly fallback: Target | null;
}
