/** A record as the API returns it; decimals and times are strings and stay strings. */
export type RecordOf = Readonly<Record<string, unknown>> & { id: string };

/** A custom field of a type. */
export interface TypeField {
  id: string;
  field_key: string;
  field_label: string;
  data_type: 'text' | 'number' | 'date' | 'boolean';
  is_required: boolean;
  has_default: boolean;
  default_value: string | null;
  allow_null: boolean;
  display_order: number;
}

/** A type with its fields; `kind` is there on series alone. */
export interface TypeRecord {
  id: string;
  identifier: string;
  name: string;
  kind?: 'scalar' | 'composite';
  archived_at: string | null;
  fields: TypeField[];
}
