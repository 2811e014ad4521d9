import type { CsvOptions } from '../../formats/csv/csv-options';
import type { FileFormat } from '../../formats/format';
import type { JsonOptions } from '../../formats/json/json-options';
import type { JsonObject } from '../../formats/json/json-value';
import { EVERY_FIELD, type FieldOptions, type OptionsByField } from '../binding/field-options';
import type { UnpivotOptions } from '../binding/unpivot-options';
import type { Proposal, Question } from './proposal';

/** What the sender of a file fixed: options of the form of an import. They are kept, and what they settle is not asked. */
export interface InspectionGiven {
  readonly resourceType: string | null;
  readonly format: FileFormat | null;
  readonly identifierColumn: string | null;
  readonly spreadsheetSafe: boolean;
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly defaults: JsonObject;
  readonly options: {
    readonly csv_options?: CsvOptions;
    readonly json_options?: JsonOptions;
    readonly field_options?: OptionsByField;
    readonly match?: Readonly<Record<string, string>>;
    readonly unpivot?: UnpivotOptions;
    readonly member?: string;
    readonly on_duplicate?: 'error' | 'identical' | 'first' | 'last';
  };
}

/** The proposal with what is fixed put over it, and without the questions that it settles. */
export function mergeGiven(proposal: Proposal, given: InspectionGiven): Proposal {
  const { field_options: fixed = {}, match = {} } = given.options;
  return {
    ...proposal,
    mapping: withoutRivals(proposal.mapping, given.mapping, fixed),
    defaults: { ...proposal.defaults, ...given.defaults },
    field_options: mergeFields(proposal.field_options, fixed),
    match: { ...proposal.match, ...match },
    questions: proposal.questions.filter((question) => !isSettled(question, fixed)),
  };
}

/** A proposed column gives way to the columns from which the sender feeds the same field. */
function withoutRivals(
  proposed: Proposal['mapping'],
  fixed: Readonly<Record<string, string | null>>,
  options: OptionsByField,
): Record<string, string | null> {
  const fed = Object.keys(options).filter((field) => options[field]?.from !== undefined);
  const taken = new Set([...Object.values(fixed), ...fed]);
  return {
    ...Object.fromEntries(Object.entries(proposed).filter(([, field]) => !taken.has(field))),
    ...fixed,
  };
}

function mergeFields(proposed: OptionsByField, fixed: OptionsByField): OptionsByField {
  const merged = new Map<string, FieldOptions>(Object.entries(proposed));
  for (const [field, options] of Object.entries(fixed))
    merged.set(field, { ...merged.get(field), ...options });
  return Object.fromEntries(merged);
}

/** The options that answer a question about a field. */
const ANSWERS: Readonly<Record<string, readonly (keyof FieldOptions)[]>> = {
  missing_field: ['from'],
  date_format: ['format'],
  pivot_year: ['pivot_year'],
  day: ['day'],
  time_zone: ['time_zone'],
  fraction: ['fraction'],
  decimal_separator: ['decimal_separator', 'thousands_separator'],
};

function isSettled({ code, field }: Question, fixed: OptionsByField): boolean {
  const answers = ANSWERS[code] ?? [];
  const given = [field === null ? undefined : fixed[field], fixed[EVERY_FIELD]];
  return answers.some((option) => given.some((options) => options?.[option] !== undefined));
}
