/** How the cells of one field are read, as `field_options` of an import gives it (docs/contract.md 2.6). */
export interface FieldOptions {
  /** The column that feeds the field, or several that are joined with `separator`. */
  readonly from?: string | readonly string[];
  /** Between the cells of several columns; a blank by default. */
  readonly separator?: string;
  /** Dates and timestamps: a pattern of Unicode (CLDR) letters, or the unit of a number since 1970. */
  readonly format?: string;
  /** The century of two-digit years: they lie in the hundred years from this one. */
  readonly pivot_year?: number;
  /** The day of the month for a pattern without one. */
  readonly day?: 'first' | 'last' | number;
  /** IANA name of the zone of local times. */
  readonly time_zone?: string;
  /** The instant that a local time in an overlap means. */
  readonly ambiguous?: 'error' | 'earlier' | 'later';
  /** The date (YYYY-MM-DD) of times of day and of milliseconds since midnight. */
  readonly date?: string;
  /** What happens with digits beyond microseconds that are not zero. */
  readonly fraction?: 'error' | 'truncate';
  readonly decimal_separator?: string;
  readonly thousands_separator?: string;
  /** What is removed from numbers before they are read. */
  readonly strip?: readonly StripRule[];
  /** A power of ten that is applied to the text of a number and keeps its digits. */
  readonly scale?: number;
  /** Texts that mean null. */
  readonly null_values?: readonly string[];
  /** The value of an empty cell: a constant, or the value of another field. */
  readonly default?: string | { readonly from: string };
  /** Value of the file → value of the field. */
  readonly map?: Readonly<Record<string, string>>;
  readonly case?: 'upper' | 'lower';
  readonly trim?: boolean;
  readonly true_values?: readonly string[];
  readonly false_values?: readonly string[];
}

export const STRIP_RULES = ['$', '%', '+', 'parentheses', 'leading_zeros'] as const;
/** `parentheses`: a number in parentheses is negative. A character is removed at the start or the end. */
export type StripRule = (typeof STRIP_RULES)[number];

/** The key of options for every field. */
export const EVERY_FIELD = '*';

/** Options by the field that they are for, after mapping; `*`: every field. */
export type OptionsByField = Readonly<Record<string, FieldOptions>>;
