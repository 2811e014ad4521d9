import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CliFailure } from './cli-failure';

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
