import type { JsonValue } from '../../formats/json/json-value';

/** One cell of a wide record: a row of its own. */
export interface WideCell {
  /** Number of the row among all rows that the file becomes: dense, from 1. */
  readonly row: number;
  /** The name of its column or key. */
  readonly column: string;
  readonly value: JsonValue;
}
