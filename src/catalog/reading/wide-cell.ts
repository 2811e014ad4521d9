import type { JsonValue } from '../../formats/json/json-value';

/** One cell of a wide record: a row of its own. */
export interface WideCell {
  /** Number of the row among all rows of the unpivoted file: from 1, without gaps. */
  readonly row: number;
  /** The name of its column or key. */
  readonly column: string;
  readonly value: JsonValue;
}
