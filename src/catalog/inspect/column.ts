/** The kinds of values that a column may hold. `empty`: no value at all. */
export const COLUMN_KINDS = [
  'empty',
  'decimal',
  'date',
  'timestamp',
  'time',
  'boolean',
  'text',
  'json',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Options of a field that no value of a column may decide. */
export const UNDECIDED = [
  'format',
  'time_zone',
  'pivot_year',
  'day',
  'date',
  'fraction',
  'decimal_separator',
] as const;
export type Undecided = (typeof UNDECIDED)[number];

/** Why a date is read as it is: the first value that only one order of day and month allows. */
export interface OrderProof {
  readonly row: number;
  readonly value: string;
}

/** What the values of one column show, in the shape of the response (docs/contract.md 2.8). */
export interface ColumnEvidence {
  readonly name: string;
  /** Position in the file, from 1. */
  readonly position: number;
  readonly kind: ColumnKind;
  /** Rows with a value: neither empty nor a text that means null. */
  readonly value_count: number;
  /** Part of the rows without a value, from 0 to 1. */
  readonly empty_share: number;
  /** No value comes twice. */
  readonly unique: boolean;
  /** The one value of all rows; null when there are several. */
  readonly constant: string | null;
  /** The first different values. */
  readonly examples: readonly string[];
  /** Texts that mean null here: the other values are of a strict kind, and these are not. */
  readonly null_values: readonly string[];
  /** Dates and timestamps that are not in the form of the contract: the pattern, or the unit of an epoch. */
  readonly format: string | null;
  /** All patterns that fit every value, when there are several: which one is meant must be said. */
  readonly ambiguous_formats: readonly string[];
  readonly order_proof: OrderProof | null;
  readonly decimal_separator: string | null;
  readonly thousands_separator: string | null;
  /** What numbers have that is not part of them. */
  readonly strip: readonly string[];
  readonly true_values: readonly string[];
  readonly false_values: readonly string[];
  /** What the values leave open and the import needs to know before it can read them. */
  readonly undecided: readonly Undecided[];
  /** A sentence about each finding. */
  readonly evidence: readonly string[];
}

/** The rows of a file as texts, whatever its format. */
export interface InspectedTable {
  readonly header: readonly string[];
  /** The number that an import gives each row. */
  readonly numbers: readonly number[];
  /** Cells by column; null: absent or null (JSON). */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Columns that hold arrays or objects (JSON). */
  readonly nested: ReadonlySet<string>;
}
