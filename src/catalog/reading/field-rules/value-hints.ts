import type { Field } from '../../field';
import type { Issue } from '../../kind';
import { faultOf } from '../../kinds/faults/fault-of';
import { shownText } from '../../../formats/shown-text';
import { EVERY_FIELD, type FieldOptions, type OptionsByField } from '../../binding/field-options';
import { mergeOptions } from './applicable-options';
import { compileFieldRules, type ReadCell } from './compile-field-rules';
import { FieldOptionError } from './field-option-error';

/** A hint names at most so many ways to read a value. */
const MAX_WAYS = 2;
/** Many values of a file have the same fault: what is compiled for one serves for all. */
const MAX_COMPILED = 500;
const MAX_SHOWN = 60;

/** Says which options of an import read a value that was refused. Only options that do read it are named. */
export class ValueHints {
  private readonly compiled = new Map<string, ReadCell | null>();

  constructor(private readonly options: OptionsByField) {}

  /** The issue, with the options of `field` that read `text`, if there are any. `name`: the field in `field_options`; `takesNull`: it may be null. */
  explain(name: string, field: Field, text: string, issue: Issue, takesNull: boolean): Issue {
    const fault = faultOf(field.kind, text, field);
    const given = mergeOptions(field.kind, ownOf(this.options, name), this.options[EVERY_FIELD]);
    const remedies = [...(given.time_zone === undefined ? [] : IN_OVERLAP), ...(fault?.remedies ?? [])];
    const ways = remedies.flatMap((remedy) => {
      const options = withRemedy(given, remedy);
      const read = this.compile(name, field, options)?.(text);
      if (read === undefined || (typeof read === 'object' && read !== null)) return [];
      if (read === null && !takesNull) return [];
      return [{ read, changed: changesOf(options, remedy) }];
    });
    return ways.length === 0
      ? issue
      : { ...issue, message: `${issue.message} ${sentence(name, ways.slice(0, MAX_WAYS))}` };
  }

  private compile(name: string, field: Field, options: FieldOptions): ReadCell | null {
    const key = JSON.stringify([name, options]);
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    if (this.compiled.size >= MAX_COMPILED) this.compiled.clear();
    const read = compileOrNull(field, options);
    this.compiled.set(key, read);
    return read;
  }
}

const ownOf = (options: OptionsByField, name: string): FieldOptions | undefined =>
  Object.hasOwn(options, name) ? options[name] : undefined;

/** What a local time means that clocks show twice. */
const IN_OVERLAP: readonly FieldOptions[] = [{ ambiguous: 'earlier' }, { ambiguous: 'later' }];

/** Lists grow, and a zone that is given stays; anything else is replaced. */
function withRemedy(given: FieldOptions, remedy: FieldOptions): FieldOptions {
  const { strip, null_values: nulls, true_values: yes, false_values: no } = remedy;
  return {
    ...given,
    ...remedy,
    ...(given.time_zone !== undefined && { time_zone: given.time_zone }),
    ...(strip && { strip: joined(given.strip, strip) }),
    ...(nulls && { null_values: joined(given.null_values, nulls) }),
    ...(yes && { true_values: joined(given.true_values, yes) }),
    ...(no && { false_values: joined(given.false_values, no) }),
  };
}

const joined = <Item>(some: readonly Item[] = [], others: readonly Item[]): Item[] => [
  ...new Set([...some, ...others]),
];

/** What the remedy changes, with whole lists: a request replaces them. */
const changesOf = (options: FieldOptions, remedy: FieldOptions): FieldOptions =>
  Object.fromEntries(Object.entries(options).filter(([option]) => Object.hasOwn(remedy, option)));

function compileOrNull(field: Field, options: FieldOptions): ReadCell | null {
  try {
    return compileFieldRules(field, options);
  } catch (error) {
    if (error instanceof FieldOptionError) return null;
    throw error;
  }
}

interface Way {
  readonly read: string | null;
  readonly changed: FieldOptions;
}

function sentence(name: string, ways: readonly Way[]): string {
  const named = ways.map(({ read, changed }, index) => {
    const value =
      read === null ? 'null' : shownText(read.length > MAX_SHOWN ? `${read.slice(0, MAX_SHOWN)}…` : read);
    return `${index === 0 ? 'To read it' : 'to read it'} as ${value} give field_options ${JSON.stringify({ [name]: changed })}`;
  });
  return `${named.join('; ')}.`;
}
