import type { CsvOptions } from '../../formats/csv/csv-options';
import type { JsonOptions } from '../../formats/json/json-options';
import type { JsonObject } from '../../formats/json/json-value';
import type { OptionsByField } from '../binding/field-options';
import type { UnpivotOptions } from '../binding/unpivot-options';
import type { DataType } from '../record-type';

/** How well the columns fit one resource type, from 0 to 1. */
export interface ResourceScore {
  readonly resource_type: string;
  readonly score: number;
  readonly evidence: readonly string[];
}

/** Fields of the form of an import, as far as they are told. */
export interface FormOptions {
  readonly resource_type?: string;
  readonly profile?: string;
  readonly csv_options?: CsvOptions;
  readonly json_options?: JsonOptions;
  /** Null ignores a column. */
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly defaults?: JsonObject;
  readonly field_options?: OptionsByField;
  readonly match?: Readonly<Record<string, string>>;
  readonly unpivot?: UnpivotOptions;
  /** The file inside a zip archive. */
  readonly member?: string;
}

/** Something that the file leaves open. Each choice has the fields of the form that it means. */
export interface Question {
  readonly code: string;
  /** The field that it is about; null: the file as a whole. */
  readonly field: string | null;
  readonly column: string | null;
  readonly message: string;
  readonly choices: readonly { readonly label: string; readonly options: FormOptions }[];
}

/** A custom field, in the shape of the body of `POST /instrument-types`. */
export interface ProposedField {
  readonly field_key: string;
  readonly field_label: string;
  readonly data_type: DataType;
  readonly display_order: number;
}

/** A type that the file needs, as the body of the request that creates it. */
export interface ProposedType {
  /** The resource of the type: instrument_types, market_types or series. */
  readonly resource: string;
  readonly identifier: string;
  readonly name: string;
  readonly kind?: 'scalar' | 'composite';
  readonly fields: readonly ProposedField[];
}

/** A sentence about a part of the proposal: what it rests on. */
export interface Evidence {
  /** JSON Pointer into the response, such as `/mapping/Symbol`. */
  readonly pointer: string;
  readonly message: string;
}

/** How a file would be imported, and what that rests on. */
export interface Proposal {
  readonly scores: readonly ResourceScore[];
  readonly resource_type: string | null;
  /** Null ignores a column. */
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly defaults: JsonObject;
  readonly field_options: OptionsByField;
  readonly match: Readonly<Record<string, string>>;
  readonly unpivot: UnpivotOptions | null;
  readonly type: ProposedType | null;
  readonly questions: readonly Question[];
  readonly evidence: readonly Evidence[];
}

/** A proposal of nothing. */
export const NO_PROPOSAL: Proposal = {
  scores: [],
  resource_type: null,
  mapping: {},
  defaults: {},
  field_options: {},
  match: {},
  unpivot: null,
  type: null,
  questions: [],
  evidence: [],
};
