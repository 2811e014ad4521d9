/** A stored record as it is selected: canonical texts by field name, and the object of its custom fields. */
export type RecordRow = Readonly<Record<string, string | null | Readonly<Record<string, string>>>>;

/** The text of a field of a row. */
export function textOf(row: RecordRow, name: string): string | null {
  const value = row[name];
  return typeof value === 'string' ? value : null;
}

/** The custom fields of a row, stored under `key`; unset ones are absent. */
export function customOfRow(row: RecordRow, key: string): Readonly<Record<string, string>> {
  const value = row[key];
  return typeof value === 'object' && value !== null ? value : {};
}
