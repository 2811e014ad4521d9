import { type JsonValue, JsonNumber } from '../formats/json/json-value';
import type { JsonSchema } from './openapi/json-schema';

/** Why a value was refused: a stable code, and a sentence that says how to fix it. */
export interface Issue {
  code: string;
  message: string;
}

/** What a field adds to its kind. */
export interface KindOptions {
  /** Most characters (code points) of a text; null: bounded by the record alone. */
  max: number | null;
  /** The only values allowed; null: any. */
  values: readonly string[] | null;
}

/**
 * A kind of value. It reads a CSV cell or a JSON value into canonical text, by a strict grammar of its own and before
 * any cast of Postgres sees it, and says how Postgres stores, compares and prints that text.
 */
export interface Kind {
  readonly name: string;
  /** Postgres type of the column; the canonical text casts to it without loss. */
  readonly pgType: string;
  /** Postgres type in which filters and sorts compare it. */
  readonly compareType: string;
  /** Reads a non-empty CSV cell or JSON string. */
  read(text: string, options: KindOptions): string | Issue;
  /** Reads any JSON value but null and the empty string. */
  readJson(value: JsonValue, options: KindOptions): string | Issue;
  /** SQL that is true when two stored values differ as canonical texts: `1.1` is not `1.10`. */
  differs(a: string, b: string): string;
  /** SQL that prints the column `sql` as canonical text. */
  print(sql: string): string;
  /** JSON Schema of the value in responses (`out`) or in bodies (`in`). */
  schema(direction: 'in' | 'out', options: KindOptions): JsonSchema;
}

/** SQL that is true when two values of a type whose equality is that of its canonical texts differ, nulls included. */
export const isDistinct = (a: string, b: string): string => `${a} IS DISTINCT FROM ${b}`;

/** The literal text of a JSON string, number or boolean; null for an array or an object. */
export function literalText(value: JsonValue): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof JsonNumber ? value.text : null;
}

/** True for a JSON number, in either representation. */
export function isJsonNumber(value: JsonValue): value is number | JsonNumber {
  return typeof value === 'number' || value instanceof JsonNumber;
}
