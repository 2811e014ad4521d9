import { CliFailure } from './cli-failure';

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
