import type { JsonSchema } from '../../catalog/openapi/json-schema';
import { answerSchema } from '../../catalog/openapi/record-schema';
import type { JsonObject } from '../../formats/json/json-value';
import { compositeValueItems } from './composite-value-items.resource';

const NAMES = ['id', 'value_id', 'field_key', 'value', 'archived_at'] as const;

/** An item as the API answers it; what else is known of it stands in its value. */
export const itemAnswer = (record: JsonObject): JsonObject =>
  Object.fromEntries(NAMES.map((name) => [name, record[name] ?? null]));

/** Schema of `itemAnswer`. */
export function itemAnswerSchema(): JsonSchema {
  const { properties = {} } = answerSchema(compositeValueItems);
  const picked = NAMES.map((name): [string, JsonSchema] => [name, properties[name] ?? {}]);
  return { type: 'object', properties: Object.fromEntries(picked), required: [...NAMES] };
}
