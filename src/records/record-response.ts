import { FIELD_SNAPSHOT, systemFieldsOf } from '../catalog/resource-fields';
import type { Field } from '../catalog/field';
import type { RecordType } from '../catalog/record-type';
import type { CustomFieldStorage, ResourceDescription } from '../catalog/resource';
import type { JsonObject, JsonValue } from '../formats/json/json-value';
import { parseJson } from '../formats/json/parse-json';
import { customOfRow, type RecordRow, textOf } from './find-record';

/** Stored JSON was bounded when it was read; this only has to be more. */
const STORED_DEPTH = 64;

/**
 * A record as the API returns it (docs/contract.md 5.2): references as UUIDs, decimals and custom
 * fields as strings.
 */
export function recordResponse(
  resource: ResourceDescription,
  types: readonly RecordType[],
  row: RecordRow,
): JsonObject {
  const answer: JsonObject = { id: textOf(row, 'id') };
  for (const [name, field] of resource.fields) answer[name] = native(field, textOf(row, name));
  if (resource.customFields) writeCustom(answer, resource.customFields, types, row);
  for (const name of systemFieldsOf(resource).keys()) answer[name] = textOf(row, name);
  return answer;
}

function native({ kind }: Field, text: string | null): JsonValue {
  if (text === null) return null;
  if (kind.pgType === 'boolean') return text === 'true';
  return kind.pgType === 'json' ? parseJson(text, { depth: STORED_DEPTH }) : text;
}

/** Every field of the type in display order, null where unset. */
function writeCustom(
  answer: JsonObject,
  { typeField, key, form }: CustomFieldStorage,
  types: readonly RecordType[],
  row: RecordRow,
): void {
  const stored = customOfRow(row, key);
  const typeId = textOf(row, typeField);
  const fields = types.find(({ id }) => id === typeId)?.fields ?? [];
  const valueOf = (name: string): string | null =>
    Object.hasOwn(stored, name) ? (stored[name] ?? null) : null;
  if (form === 'list') {
    answer[key] = fields.map((field) => ({ field_key: field.key, value: valueOf(field.key) }));
    return;
  }
  answer[key] = Object.fromEntries(fields.map((field) => [field.key, valueOf(field.key)]));
  answer[FIELD_SNAPSHOT] = answer[key];
}
