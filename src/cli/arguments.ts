import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CliFailure } from './failures';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses a command line. `names` are the names of the positional arguments, all of which are required. Throws a
 * `CliFailure`. */
export function readArguments<const O extends Options>(args: string[], options: O, names: readonly string[]) {
  const parsed = parse(args, options);
  const missing = names[parsed.positionals.length];
  if (missing !== undefined) throw new CliFailure(`${missing} is missing. See --help.`);
  const extra = parsed.positionals[names.length];
  if (extra !== undefined) throw new CliFailure(`"${extra}" is an unexpected argument. See --help.`);
  return parsed;
}

function parse<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CliFailure(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

/** The value of an option with fixed values; undefined when the option is absent. */
export function readOneOf<T extends string>(
  name: string,
  value: string | undefined,
  of: readonly T[],
): T | undefined {
  const found = of.find((candidate) => candidate === value);
  if (value !== undefined && found === undefined)
    throw new CliFailure(`--${name} must be one of ${of.join(', ')}, not "${value}".`);
  return found;
}

/** The value of an option that is a whole number of at least `min`. */
export function readWhole(name: string, value: string, min: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < min)
    throw new CliFailure(`--${name} must be a whole number of at least ${min}, not "${value}".`);
  return number;
}

/**
 * `A=b` pairs as the JSON object of the form field; undefined for none. Names of fields contain no `=`, names of columns
 * may: `field` says on which side the field is. `ignored`: columns that are mapped to null.
 */
export function readPairs(
  option: string,
  pairs: readonly string[],
  field: 'left' | 'right',
  ignored: readonly string[] = [],
): string | undefined {
  if (pairs.length + ignored.length === 0) return undefined;
  const read = new Map<string, string | null>();
  for (const pair of pairs) {
    const at = field === 'left' ? pair.indexOf('=') : pair.lastIndexOf('=');
    if (at < 1) throw new CliFailure(`--${option} takes a pair such as NAME=VALUE, not "${pair}".`);
    const name = pair.slice(0, at);
    if (read.has(name)) throw new CliFailure(`--${option} names "${name}" twice.`);
    read.set(name, pair.slice(at + 1));
  }
  for (const name of ignored) {
    if (typeof read.get(name) === 'string')
      throw new CliFailure(`--ignore names "${name}", which --${option} maps: leave one out.`);
    read.set(name, null);
  }
  return JSON.stringify(Object.fromEntries(read));
}

type Condition = { field: string; op: string; value: string };

/** Longer signs first, because `>=` begins with `>`. */
const OPS: readonly [string, string][] = [
  ['!=', 'ne'],
  ['>=', 'gte'],
  ['<=', 'lte'],
  ['=', 'eq'],
  ['>', 'gt'],
  ['<', 'lt'],
  ['~', 'like'],
];

/**
 * The conjunction of the `--filter` options; undefined for none. Each is a condition such as `type_id=equity`,
 * `field.shares>=100` or `name~group`, or a filter as JSON.
 */
export function readFilterArguments(values: readonly string[]): object | undefined {
  const filters = values.map((value) =>
    value.trimStart().startsWith('{') ? readJson(value) : readCondition(value),
  );
  return filters.length > 1 ? { and: filters } : filters[0];
}

function readJson(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch (error) {
    throw new CliFailure(`--filter is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function readCondition(text: string): Condition {
  const [, field = '', sign = '', value = ''] = /^([a-z0-9_.]+)(!=|>=|<=|=|>|<|~)([^]*)$/.exec(text) ?? [];
  const op = OPS.find(([candidate]) => candidate === sign)?.[1];
  if (op === undefined) {
    const signs = OPS.map(([each]) => each).join(' ');
    throw new CliFailure(
      `--filter takes a field, one of ${signs} and a value, or a JSON object, not "${text}".`,
    );
  }
  return { field, op, value };
}
