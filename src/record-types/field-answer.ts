import type { JsonObject } from '../formats/json/json-value';
import type { ResourceDescription } from '../catalog/resource';
import { answerSchema } from '../catalog/openapi/record-schema';
import type { JsonSchema } from '../catalog/openapi/json-schema';

/** A field of a type as the API answers it: its place is a number, all else is as for any record. */
export function fieldAnswer(answer: JsonObject): JsonObject {
  return { ...answer, display_order: Number(answer['display_order']) };
}

/** Schema of `fieldAnswer`. */
export function fieldAnswerSchema(fields: ResourceDescription): JsonSchema {
  const schema = answerSchema(fields);
  const order: JsonSchema = { ...schema.properties?.['display_order'], type: 'integer', example: 1 };
  delete order.format;
  return { ...schema, properties: { ...schema.properties, display_order: order } };
}
