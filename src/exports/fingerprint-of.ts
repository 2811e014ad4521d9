import { createHash } from 'node:crypto';
import { isJsonObject, type JsonObject, type JsonValue } from '../formats/json/json-value';
import { writeJson } from '../formats/json/write-json';
import type { NewExport } from './export-store';

/** What makes two requests for an export the same, whatever the order of their members and the defaults left out. */
export function fingerprintOf(job: NewExport, filter: JsonValue): string {
  const { objectType, format, includeArchived, gzip, spreadsheetSafe } = job;
  const said = { objectType, format, includeArchived, gzip, spreadsheetSafe, filter: sortMembers(filter) };
  return createHash('sha256').update(writeJson(said)).digest('hex');
}

function sortMembers(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sortMembers(member)])) as JsonObject;
}
