import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CliFailure } from './failures';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options and the words of a command line; `words` names the words, each of which must be there. */
export function readArguments<const O extends Options>(args: string[], options: O, words: readonly string[]) {
  const parsed = parse(args, options);
  const missing = words[parsed.positionals.length];
  if (missing !== undefined) throw new CliFailure(`${missing} is missing. See --help.`);
  const extra = parsed.positionals[words.length];
  if (extra !== undefined) throw new CliFailure(`"${extra}" is one word too many. See --help.`);
  return parsed;
}

function parse<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CliFailure(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

/** One of a few words; undefined when the option is not there. */
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

/** A whole number from `least` on. */
export function readWhole(name: string, value: string, least: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < least)
    throw new CliFailure(`--${name} must be a whole number from ${least} on, not "${value}".`);
  return number;
}

/**
 * `A=b` pairs as the JSON object that the form takes; undefined for none. Fields have no `=` in their names, columns of a
 * file may: `field` says on which side the field stands.
 */
export function readPairs(
  option: string,
  pairs: readonly string[],
  field: 'left' | 'right',
): string | undefined {
  if (pairs.length === 0) return undefined;
  const read = new Map<string, string>();
  for (const pair of pairs) {
    const at = field === 'left' ? pair.indexOf('=') : pair.lastIndexOf('=');
    if (at < 1) throw new CliFailure(`--${option} takes a pair with "=" between, not "${pair}".`);
    const name = pair.slice(0, at);
    if (read.has(name)) throw new CliFailure(`--${option} names "${name}" twice.`);
    read.set(name, pair.slice(at + 1));
  }
  return JSON.stringify(Object.fromEntries(read));
}

type Condition = { field: string; op: string; value: string };

/** The longer ones first, for `>=` begins like `>`. */
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
 * The filter that the `--filter` options stand for, all of which must hold; undefined for none. Each is a condition such as
 * `type_id=equity`, `field.shares>=100` or `name~group`, or the filter language itself as JSON.
 */
export function readFilterArguments(words: readonly string[]): object | undefined {
  const filters = words.map((word) =>
    word.trimStart().startsWith('{') ? readJson(word) : readCondition(word),
  );
  return filters.length > 1 ? { and: filters } : filters[0];
}

function readJson(word: string): object {
  try {
    return JSON.parse(word) as object;
  } catch (error) {
    throw new CliFailure(`--filter is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function readCondition(word: string): Condition {
  const [, field = '', sign = '', value = ''] = /^([a-z0-9_.]+)(!=|>=|<=|=|>|<|~)([^]*)$/.exec(word) ?? [];
  const op = OPS.find(([candidate]) => candidate === sign)?.[1];
  if (op === undefined) {
    const signs = OPS.map(([each]) => each).join(' ');
    throw new CliFailure(
      `--filter takes a field, one of ${signs} and a value, or a JSON object, not "${word}".`,
    );
  }
  return { field, op, value };
}
