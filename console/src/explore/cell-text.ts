/** A value as a table shows it: texts as they are, references by name, JSON as JSON. */
export function cellText(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return names.get(value) ?? value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
