import type { JsonOutline, RecordPlace } from './json-outline';

/** Parts of a record that have objects inside. They are no records themselves. */
const PARTS_OF_RECORDS = ['items', 'field_values', 'extras'];

/** The places in which the records of a document may be; those inside a record are left out. */
export const recordPlaces = ({ places }: JsonOutline): RecordPlace[] =>
  places.filter(
    ({ pointer }) =>
      !PARTS_OF_RECORDS.some((part) => pointer === `/${part}` || pointer.startsWith(`/${part}/`)),
  );

/** The `json_options` that read the records of a document, as JSON; null when it shows none. */
export function optionsFor(outline: JsonOutline): string | null {
  const places = recordPlaces(outline);
  const objects = places.find(({ kind }) => kind === 'objects');
  if (objects !== undefined) return JSON.stringify({ record_path: objects.pointer });
  const rows = places.find(({ kind }) => kind === 'rows');
  if (rows !== undefined) {
    const names = places.find(({ kind }) => kind === 'texts');
    const columns = names === undefined ? { columns: ['…'] } : { columns_path: names.pointer };
    return JSON.stringify({ ...columns, rows_path: rows.pointer });
  }
  const members = places.find(({ kind }) => kind === 'members');
  if (members === undefined) return null;
  return JSON.stringify({ record_path: members.pointer, object_values: { key_to: 'identifier' } });
}
