/** Where the records of a JSON file are, as `json_options` of an import gives it (docs/contract.md 2.6). */
export interface JsonOptions {
  /** JSON Pointer to the array of records; left out: the file is the array. */
  readonly record_path?: string;
  /** The value at `record_path` is an object whose members are the records; each key goes to the field `key_to`. */
  readonly object_values?: { readonly key_to: string };
  /** JSON Pointers of a columnar file: the array of names, and the array of arrays of values. */
  readonly columns_path?: string;
  readonly rows_path?: string;
  /** Names of the values of each array at `rows_path`; in a stored job also those that were found at `columns_path`. */
  readonly columns?: readonly string[];
  /** A label of the WHATWG encoding standard; left out: UTF-8, or UTF-16 by its byte order mark. */
  readonly encoding?: string;
}
