import type { JsonValue } from '../../formats/json/json-value';
import type { OptionsByField } from './field-options';
import type { UnpivotOptions } from './unpivot-options';

/** Column or key of the file → the field that it feeds; null: none. */
export type Mapping = Readonly<Record<string, string | null>>;

/** The reading options that decide which column feeds which field (docs/contract.md 2.6). */
export interface ReadingOptions {
  readonly field_options?: OptionsByField;
  readonly unpivot?: UnpivotOptions;
  readonly unknown_columns?: 'ignore' | 'error';
  readonly expect_columns?: readonly string[];
}

/** What an import says of its file beside the file itself. */
export interface BindingOptions {
  readonly mapping: Mapping;
  readonly defaults: Readonly<Record<string, JsonValue>>;
  readonly identifierColumn: string | null;
  readonly options?: ReadingOptions;
}
