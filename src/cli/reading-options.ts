import { splitQuoted } from '../formats/csv/split-quoted';
import { readOneOf, readPairs, readWhole } from './arguments';
import { CliFailure } from './failures';
import type { ImportForm } from './import-file';
import { joinJson, type Member } from './json-option';

const texts = { type: 'string', multiple: true, default: [] as string[] } as const;
const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** The options that say how a file is read, of `import` and `inspect` alike. */
export const READING_OPTIONS = {
  profile: text,
  map: texts,
  ignore: texts,
  default: texts,
  key: text,
  format: text,
  delimiter: text,
  encoding: text,
  skip: text,
  columns: text,
  'date-format': texts,
  'time-zone': texts,
  decimal: texts,
  null: texts,
  'csv-options': text,
  'json-options': text,
  'field-options': text,
  match: texts,
  unpivot: text,
  member: text,
  'expect-columns': text,
  'spreadsheet-safe': flag,
} as const;

export const READING_HELP = `How the file is read:
  --profile NAME          an import profile; the options beside it override its own
  --map COLUMN=FIELD      maps a column of the file to a field; repeatable
  --ignore COLUMN         leaves a column out; repeatable
  --default FIELD=VALUE   a constant for every row; repeatable
  --key COLUMN            what identifies a record: id, or a custom field such as isin
  --format WORD           csv, json or ndjson; detected by default
  --delimiter CHARACTER   between the cells of a CSV: one character, or tab; detected by default
  --encoding LABEL        such as windows-1252 or utf-16le; UTF-8 by default
  --skip N                lines before the header
  --columns A,B,C         the names of the columns of a file without a header; a name with a comma in quotes
  --date-format PATTERN   such as dd/MM/yyyy, yyyyMMdd HH:mm:ss or epoch_ms
  --time-zone ZONE        of local times, such as America/New_York
  --decimal CHARACTER     the decimal mark of numbers, such as a comma
  --null TEXT             a text that means null, such as N/A; repeatable
      The last four are for every field; FIELD=VALUE makes one for that field: --null isin=-
  --csv-options JSON, --json-options JSON, --field-options JSON, --unpivot JSON
                          all options, as docs/contract.md 2.6 has them
  --match FIELD=FIELD     the field by which a reference is looked up, such as instrument_id=isin; repeatable
  --member NAME           the file inside a zip archive that has several
  --expect-columns A,B,C  the columns that the file must have
  --spreadsheet-safe      removes the escaping of an export with spreadsheet_safe`;

/** The values of the options. */
export interface ReadingValues {
  readonly profile?: string | undefined;
  readonly map: readonly string[];
  readonly ignore: readonly string[];
  readonly default: readonly string[];
  readonly key?: string | undefined;
  readonly format?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly skip?: string | undefined;
  readonly columns?: string | undefined;
  readonly 'date-format': readonly string[];
  readonly 'time-zone': readonly string[];
  readonly decimal: readonly string[];
  readonly null: readonly string[];
  readonly 'csv-options'?: string | undefined;
  readonly 'json-options'?: string | undefined;
  readonly 'field-options'?: string | undefined;
  readonly match: readonly string[];
  readonly unpivot?: string | undefined;
  readonly member?: string | undefined;
  readonly 'expect-columns'?: string | undefined;
  readonly 'spreadsheet-safe': boolean;
}

/** The fields of the form that the options mean. Throws a `CliFailure`. */
export function readReadingOptions(values: ReadingValues): Partial<ImportForm> {
  const format = readOneOf('format', values.format, ['csv', 'json', 'ndjson'] as const);
  const given = {
    profile: values.profile,
    mapping: readPairs('map', values.map, 'right', values.ignore),
    defaults: readPairs('default', values.default, 'left'),
    identifier_column: values.key,
    format,
    csv_options: joinJson({ name: 'csv-options', text: values['csv-options'] }, csvMembers(values)),
    json_options: joinJson({ name: 'json-options', text: values['json-options'] }, []),
    field_options: joinJson({ name: 'field-options', text: values['field-options'] }, fieldMembers(values)),
    match: readPairs('match', values.match, 'left'),
    unpivot: joinJson({ name: 'unpivot', text: values.unpivot }, []),
    member: values.member,
    expect_columns: listOf(values['expect-columns']),
    spreadsheet_safe: values['spreadsheet-safe'] ? ('true' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const listOf = (names: string | undefined): string | undefined =>
  names === undefined ? undefined : JSON.stringify(splitQuoted(names));

const DELIMITERS: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t' };

function csvMembers({ delimiter, encoding, skip, columns }: ReadingValues): Member[] {
  const members: Member[] = [];
  const add = (option: string, key: string, value: unknown): void =>
    void members.push({ option, path: [key], value });
  if (delimiter !== undefined) add('delimiter', 'delimiter', DELIMITERS[delimiter] ?? delimiter);
  if (encoding !== undefined) add('encoding', 'encoding', encoding);
  if (skip !== undefined) add('skip', 'header_row', readWhole('skip', skip, 0) + 1);
  if (columns !== undefined) add('columns', 'columns', splitQuoted(columns));
  return members;
}

const FIELD_VALUE = /^((?:[a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*)=([^]*)$/;

function fieldMembers(values: ReadingValues): Member[] {
  const members: Member[] = [];
  const single = { 'date-format': 'format', 'time-zone': 'time_zone', decimal: 'decimal_separator' } as const;
  for (const option of ['date-format', 'time-zone', 'decimal'] as const) {
    const fields = new Set<string>();
    for (const one of values[option]) {
      const [field, value] = fieldAndValue(one);
      if (fields.has(field))
        throw new CliFailure(`--${option} is given twice for ${field === '*' ? 'every field' : field}.`);
      fields.add(field);
      members.push({ option, path: [field, single[option]], value });
    }
  }
  const nulls = new Map<string, string[]>();
  for (const one of values.null) {
    const [field, value] = fieldAndValue(one);
    nulls.set(field, [...(nulls.get(field) ?? []), value]);
  }
  for (const [field, value] of nulls) members.push({ option: 'null', path: [field, 'null_values'], value });
  return members;
}

/** `timestamp=yyyyMMdd` is for one field, `yyyyMMdd` for every one. */
function fieldAndValue(given: string): [field: string, value: string] {
  const [, field, value = ''] = FIELD_VALUE.exec(given) ?? [];
  return field === undefined ? ['*', given] : [field, value];
}
