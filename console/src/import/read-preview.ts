import { readCsvHead } from './read-csv-head';
import { readJsonHead } from './read-json-head';

const SLICE = 65_536;
const ROWS = 8;

/** The beginning of a file, as a table. */
export interface Preview {
  format: 'csv' | 'json' | 'ndjson';
  columns: string[];
  rows: string[][];
}

/** Reads the first 64 KiB of a file, however large it is, and shows its first rows. */
export async function readPreview(file: File): Promise<Preview> {
  const text = await file.slice(0, SLICE).text();
  const format = formatOf(file.name, text);
  if (format === 'csv') {
    const [columns = [], ...rows] = readCsvHead(text.replace(/^\uFEFF/, ''), ROWS + 1, file.size <= SLICE);
    return { format, columns, rows };
  }
  const objects = readJsonHead(text.replace(/^\uFEFF/, ''), ROWS);
  const columns = [...new Set(objects.flatMap((object) => [...object.keys()]))];
  return {
    format,
    columns,
    rows: objects.map((object) => columns.map((column) => object.get(column) ?? '')),
  };
}

/** The format as the server detects it: from the name, else from the first character. */
function formatOf(name: string, text: string): Preview['format'] {
  const [, ending = ''] = /\.(csv|json|ndjson|jsonl)$/i.exec(name) ?? [];
  const known = { csv: 'csv', json: 'json', ndjson: 'ndjson', jsonl: 'ndjson' } as const;
  const named = known[ending.toLowerCase() as keyof typeof known];
  if (named !== undefined) return named;
  const [first] = text.trimStart();
  return first === '[' ? 'json' : first === '{' ? 'ndjson' : 'csv';
}
