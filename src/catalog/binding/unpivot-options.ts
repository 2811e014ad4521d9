/** Turns a wide row into one row for each of its columns, as `unpivot` of an import says (docs/contract.md 2.6). */
export interface UnpivotOptions {
  /** The columns that hold values; `*`: all columns without those in `except`. */
  readonly columns: '*' | readonly string[];
  readonly except?: readonly string[];
  /** The field that the name of the column feeds. */
  readonly name_to: string;
  /** The field that the cell feeds. */
  readonly value_to: string;
  /** A cell that is empty, or null by `null_values` of its field, gives no row; true by default. */
  readonly skip_null?: boolean;
}
