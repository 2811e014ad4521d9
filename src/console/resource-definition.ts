/** One field of a resource, as the console shows it. */
export interface FieldDefinition {
  readonly name: string;
  /** Name of its kind: `text`, `identifier`, `decimal`, `date`, `timestamp`, `boolean`, `json`, `reference`. */
  readonly kind: string;
  readonly required: boolean;
  /** The resource that a reference names. */
  readonly target: string | null;
  /** A reference names only records of which this field has this value. */
  readonly only: { readonly field: string; readonly value: string } | null;
  /** The only values allowed; null: any. */
  readonly values: readonly string[] | null;
  /** Operators that a filter may use on it. */
  readonly ops: readonly string[];
  readonly describe: string;
  readonly example: string;
}

/** The definition of a resource: enough to show, filter, import and export it. */
export interface ResourceDefinition {
  readonly name: string;
  readonly title: string;
  readonly noun: string;
  /** Its path under the workspace: `time-series-values`. */
  readonly collection: string;
  readonly naturalKey: readonly string[];
  readonly identifiedBy: string | null;
  readonly fields: readonly FieldDefinition[];
  /** Null when its records have no custom fields. */
  readonly customFields: CustomFieldDefinition | null;
  /** Its records are types, with fields of their own. */
  readonly isType: boolean;
  readonly searchable: boolean;
  /** True, or a sentence that says what to do instead. */
  readonly importable: true | string;
  readonly exportable: boolean;
  readonly archivable: boolean;
  /** Field of the instant by which `from` and `to` narrow a list. */
  readonly instant: string | null;
}

/** Where a record has its custom fields, and which resource has the types that define them. */
export interface CustomFieldDefinition {
  readonly typeField: string;
  readonly types: string;
  readonly key: string;
  readonly form: 'object' | 'list';
  /** Operators that a filter may use, by data type. */
  readonly ops: Readonly<Record<string, readonly string[]>>;
}
