import { jsonPointer } from '../../formats/json/json-pointer';
import type { FieldOptions, StripRule } from '../binding/field-options';
import type { ColumnEvidence } from './column';
import { type Evidence, type Question } from './proposal';
import type { Feed } from './resource-fit';

/** How one field is read, and what its column leaves open. */
export interface FieldProposal {
  /** Null when the default reading serves. */
  readonly options: FieldOptions | null;
  readonly questions: readonly Question[];
  readonly evidence: readonly Evidence[];
}

/** What the lines around the records say of the times in them. */
export interface FileHints {
  /** A sentence of the file that says that its times are in UTC; null when none does. */
  readonly utc: string | null;
}

/** The options of a field of the given kind that one column feeds, or one of dates and one of times. */
export function proposeFieldOptions(
  field: string,
  kind: string,
  { column, timeColumn }: Pick<Feed, 'column' | 'timeColumn'>,
  hints: FileHints,
): FieldProposal {
  const pointer = jsonPointer('field_options', field);
  const evidence = column.evidence.map((message) => ({ pointer, message: `"${column.name}": ${message}` }));
  const joined = timeColumn === null ? {} : joinedTime(column, timeColumn);
  const utc = utcOf(column, timeColumn, hints);
  const options: FieldOptions = {
    ...read(column, kind),
    ...joined,
    ...(utc !== null && { time_zone: 'UTC' }),
  };
  const isNeeded = Object.keys(options).length > 0;
  const said = utc === null ? [] : [{ pointer, message: `Times are in UTC: ${utc}` }];
  return {
    options: isNeeded ? options : null,
    questions: questionsOf(field, kind, column, timeColumn, utc !== null),
    evidence: isNeeded ? [...evidence, ...said] : [],
  };
}

const IS_TIME: readonly string[] = ['date', 'timestamp'];

function read(column: ColumnEvidence, kind: string): FieldOptions {
  const isText = kind !== 'decimal' && kind !== 'boolean' && !IS_TIME.includes(kind);
  return {
    ...(column.null_values.length > 0 && { null_values: column.null_values }),
    ...(IS_TIME.includes(kind) && column.format !== null && { format: column.format }),
    ...(!isText && column.decimal_separator !== null && { decimal_separator: column.decimal_separator }),
    ...(!isText &&
      column.thousands_separator !== null && { thousands_separator: column.thousands_separator }),
    ...(!isText && column.strip.length > 0 && { strip: column.strip as readonly StripRule[] }),
    ...(kind === 'boolean' && column.true_values.length > 0 && { true_values: column.true_values }),
    ...(kind === 'boolean' && column.false_values.length > 0 && { false_values: column.false_values }),
  };
}

/** The date and the time of two columns, joined with a blank. */
const joinedTime = (date: ColumnEvidence, time: ColumnEvidence): FieldOptions => ({
  from: [date.name, time.name],
  format: `${date.format ?? 'yyyy-MM-dd'} ${time.format ?? 'HH:mm:ss'}`,
});

/** Why local times are in UTC; null when nothing says so, or the values have an offset. */
function utcOf(column: ColumnEvidence, time: ColumnEvidence | null, { utc }: FileHints): string | null {
  if (/'(?:Z|UTC|GMT)'$/.test(column.format ?? '')) return `every value ends with it.`;
  if (time === null && !column.undecided.includes('time_zone')) return null;
  const named = [column, time].find((one) => /\b(?:utc|gmt)\b/i.test((one?.name ?? '').replaceAll('_', ' ')));
  return named ? `the column is called "${named.name}".` : utc;
}

function questionsOf(
  field: string,
  kind: string,
  column: ColumnEvidence,
  time: ColumnEvidence | null,
  isUtc: boolean,
): Question[] {
  const about = { field, column: column.name };
  const option = (options: FieldOptions): Question['choices'][number]['options'] => ({
    field_options: { [field]: options },
  });
  const example = `"${column.examples[0] ?? ''}"`;
  const open = IS_TIME.includes(kind) || kind === 'decimal' ? column.undecided : [];
  const questions: Question[] = [];
  if (open.includes('format')) {
    const choices = column.ambiguous_formats.map((format) => ({
      label: format,
      options: option({ format }),
    }));
    questions.push({
      ...about,
      code: 'date_format',
      message: `In which order are day, month and year in ${example}? No value decides.`,
      choices,
    });
  }
  if (open.includes('pivot_year')) {
    const choices = [{ label: '1970 to 2069', options: option({ pivot_year: 1970 }) }];
    questions.push({
      ...about,
      code: 'pivot_year',
      message: `In which hundred years do years of two digits lie, as in ${example}?`,
      choices,
    });
  }
  if (open.includes('day')) {
    const choices = (['first', 'last'] as const).map((day) => ({
      label: `${day} day of the month`,
      options: option({ day }),
    }));
    questions.push({
      ...about,
      code: 'day',
      message: `Which day does a month without a day mean, as in ${example}?`,
      choices,
    });
  }
  if ((open.includes('time_zone') || time !== null) && !isUtc) {
    const choices = [{ label: 'UTC', options: option({ time_zone: 'UTC' }) }];
    questions.push({
      ...about,
      code: 'time_zone',
      message: `In which time zone are times like ${example}? They have no offset.`,
      choices,
    });
  }
  if (open.includes('fraction')) {
    const choices = [{ label: 'cut them off', options: option({ fraction: 'truncate' }) }];
    questions.push({
      ...about,
      code: 'fraction',
      message: `Times like ${example} are finer than microseconds, which are the finest that is kept. May their last digits be cut off?`,
      choices,
    });
  }
  if (open.includes('decimal_separator')) {
    const choices = [
      { label: 'decimal comma', options: option({ decimal_separator: ',' }) },
      { label: 'thousands', options: option({ thousands_separator: ',' }) },
    ];
    questions.push({
      ...about,
      code: 'decimal_separator',
      message: `What does the comma in ${example} mean? Every value fits both.`,
      choices,
    });
  }
  return questions;
}
