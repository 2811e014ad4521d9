import { CliFailure } from './failures';

/** The value of an option that is a JSON object, kept as it was written: the server reads its numbers and keys itself. */
export interface JsonOption {
  /** Without the dashes. */
  readonly name: string;
  readonly text: string | undefined;
}

/** One member that an option of its own gives, such as `--delimiter`. `path`: the keys that lead to it. */
export interface Member {
  readonly option: string;
  readonly path: readonly [string, ...string[]];
  readonly value: unknown;
}

type JsonRecord = Record<string, unknown>;

/**
 * The JSON text of an option together with the members that options of their own give; undefined for neither. Throws a
 * `CliFailure` for text that is no JSON object, and for a member that is given in both ways.
 */
export function joinJson({ name, text }: JsonOption, members: readonly Member[]): string | undefined {
  const given = text === undefined ? null : parseObject(name, text);
  if (members.length === 0) return text;
  const joined = given ?? {};
  for (const member of members) add(joined, member, name);
  return JSON.stringify(joined);
}

function parseObject(name: string, text: string): JsonRecord {
  const value = parse(name, text);
  if (isObject(value)) return value;
  throw new CliFailure(`--${name} takes a JSON object such as {"a":"b"}, not ${text.slice(0, 100)}.`);
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CliFailure(`--${name} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function add(object: JsonRecord, { option, path, value }: Member, name: string): void {
  let at = object;
  for (const key of path.slice(0, -1)) {
    const inner = Object.hasOwn(at, key) ? at[key] : {};
    if (!isObject(inner)) throw new CliFailure(`--${name}: "${key}" takes a JSON object.`);
    at[key] = inner;
    at = inner;
  }
  const last = path[path.length - 1] ?? '';
  if (Object.hasOwn(at, last))
    throw new CliFailure(`--${option} and "${path.join('.')}" of --${name} say the same: leave one out.`);
  at[last] = value;
}

const isObject = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
