import { isJsonObject, type JsonObject } from '../../formats/json/json-value';
import { parseJson } from '../../formats/json/parse-json';

/** The defaults of an import, whose numbers keep their digits, from the JSON text in which they are kept and sent. */
export function readDefaults(text: string): JsonObject {
  const value = parseJson(text, { depth: 32 });
  if (!isJsonObject(value)) throw new Error('The defaults of an import are not a JSON object.');
  return value;
}
