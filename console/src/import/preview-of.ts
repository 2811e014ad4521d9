import type { Inspection } from '../api/inspection';
import type { Preview } from './read-preview';

/** The first rows of an inspected file as a table; null when nothing of it could be read. */
export function previewOf({ format, header, columns, sample }: Inspection): Preview | null {
  const names = header ?? columns.map(({ name }) => name);
  if (format === null || names.length === 0) return null;
  return { format, columns: names, rows: sample.map(({ raw }) => cellsOf(raw, names)) };
}

function cellsOf(raw: unknown, names: readonly string[]): string[] {
  if (Array.isArray(raw)) return raw.map(cellText);
  if (typeof raw !== 'object' || raw === null) return [cellText(raw)];
  const object = raw as Readonly<Record<string, unknown>>;
  return names.map((name) => cellText(object[name]));
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
