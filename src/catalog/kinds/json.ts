import { DEFAULT_LIMITS } from '../../formats/format';
import { parseJson } from '../../formats/json/parse-json';
import { writeJson } from '../../formats/json/write-json';
import { isJsonObject, type JsonValue } from '../../formats/json/json-value';
import type { Issue, Kind } from '../kind';

const { depth, values } = DEFAULT_LIMITS;

const refuse = (message: string): Issue => ({ code: 'invalid_value', message });

function readJson(value: JsonValue): string | Issue {
  if (typeof value === 'string') return read(value);
  return isJsonObject(value) ? writeJson(value) : refuse('A JSON object is wanted here.');
}

/** A CSV cell holds the object as JSON text; it is parsed strictly and stored minified, numbers digit for digit. */
function read(text: string): string | Issue {
  try {
    const value = parseJson(text, { depth, values });
    return isJsonObject(value)
      ? writeJson(value)
      : refuse('A JSON object is wanted here, like {"note":"x"}.');
  } catch (error) {
    const { code, message } = error as Partial<Issue>;
    if (code === undefined || message === undefined) throw error;
    return code === 'json_syntax' ? refuse(`The text is not valid JSON: ${message}`) : { code, message };
  }
}

/**
 * A JSON object. Stored as text of type `json`, so that every digit of a number stays, and the order of keys too; save
 * that keys which are array indexes ("7") come first, the way JavaScript orders them.
 */
export const jsonKind: Kind = {
  name: 'json',
  pgType: 'json',
  compareType: 'text',
  read,
  readJson,
  differs: (a, b) => `${a}::text IS DISTINCT FROM ${b}::text`,
  print: (sql) => `${sql}::text`,
  schema: () => ({ type: 'object', additionalProperties: true }),
};
