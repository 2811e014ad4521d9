/** A number whose literal text a JavaScript number would not preserve: `1.10`, `1e5`, `0.1234567890123456789`. */
export class JsonNumber {
  constructor(readonly text: string) {}
}

/** A JSON value. A `number` prints as its own literal; every other JSON number is a `JsonNumber`. */
export type JsonValue = string | number | boolean | null | JsonNumber | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** True for `{…}`: not for an array, null or a `JsonNumber`. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
  );
}
