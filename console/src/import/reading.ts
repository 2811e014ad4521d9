import type { FieldReading, FormOptions, Inspection } from '../api/inspection';
import { type WideReading, writeWide } from './wide-reading';

/** Where the records of a JSON document are; an empty text: as it was told. */
export interface JsonReading {
  record_path: string;
  key_to: string;
  rows_path: string;
  columns_path: string;
  encoding: string;
}

/** What people changed of how the file is read; an empty text: as it was told. */
export interface Reading {
  profile: string;
  delimiter: string;
  encoding: string;
  headerRow: string;
  /** Texts that mean null, separated by commas. */
  nulls: string;
  /** The file inside a zip archive. */
  member: string;
  json: JsonReading;
  /** Reference field → field of the record that it names; empty: its identifier or UUID. */
  match: Readonly<Record<string, string>>;
  /** Null: as it was told; `none`: no column becomes a row. */
  wide: WideReading | 'none' | null;
  /** Changes by field. */
  fields: Readonly<Record<string, FieldReading>>;
  /** Answers to questions of the inspection. */
  answers: readonly FormOptions[];
}

export const AS_TOLD: Reading = {
  profile: '',
  delimiter: '',
  encoding: '',
  headerRow: '',
  nulls: '',
  member: '',
  json: { record_path: '', key_to: '', rows_path: '', columns_path: '', encoding: '' },
  match: {},
  wide: null,
  fields: {},
  answers: [],
};

/** The options of a reading as fields of the form; what was not changed is left out. */
export function changesOf(reading: Reading): FormOptions {
  const csv = {
    ...(reading.delimiter !== '' && { delimiter: reading.delimiter }),
    ...(reading.encoding !== '' && { encoding: reading.encoding }),
    ...(/^[1-9]\d*$/.test(reading.headerRow) && { header_row: Number(reading.headerRow) }),
  };
  const nulls = reading.nulls
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const fields = {
    ...(nulls.length > 0 && { '*': { null_values: nulls } }),
    ...Object.fromEntries(Object.entries(reading.fields).map(([field, options]) => [field, given(options)])),
  };
  const { key_to: keyTo, ...paths } = reading.json;
  const json = { ...given(paths), ...(keyTo !== '' && { object_values: { key_to: keyTo } }) };
  const unpivot = reading.wide === null || reading.wide === 'none' ? undefined : writeWide(reading.wide);
  const changes: FormOptions = {
    csv_options: csv,
    json_options: json,
    field_options: fields,
    match: given(reading.match),
    ...(unpivot && { unpivot }),
    ...(reading.member !== '' && { member: reading.member }),
  };
  return reading.answers.reduce<FormOptions>(joined, joined(changes, {}));
}

/** What an import is told: what the inspection found, and the changes over it. */
export function optionsOf(inspection: Inspection | null, reading: Reading): FormOptions {
  const changes = changesOf(reading);
  if (inspection === null) return changes;
  const { csv_options, field_options, unpivot } = inspection;
  const json_options = withoutRivals(inspection.json_options, reading.json);
  const match = Object.entries(inspection.match).filter(([field]) => reading.match[field] !== '');
  const told: FormOptions = {
    ...(csv_options && { csv_options }),
    ...(json_options && { json_options }),
    field_options,
    match: Object.fromEntries(match),
    ...(unpivot && reading.wide === null && { unpivot }),
  };
  return joined(told, changes);
}

/** Records are either at `record_path` or at `rows_path`: what people said of one takes the place of the other. */
function withoutRivals(told: Inspection['json_options'], said: JsonReading): Inspection['json_options'] {
  const rivals =
    said.rows_path !== ''
      ? ['record_path', 'object_values']
      : said.record_path !== '' || said.key_to !== ''
        ? ['rows_path', 'columns_path', 'columns']
        : [];
  return told && Object.fromEntries(Object.entries(told).filter(([name]) => !rivals.includes(name)));
}

const given = <Value>(options: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ''));

type Members = Record<string, unknown>;
const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of both, key by key; the second counts where both have one. Empty objects are left out. */
function joined(one: FormOptions, other: FormOptions): FormOptions {
  return join(one as Members, other as Members);
}

function join(one: Members, other: Members): Members {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const members = names.map((name): [string, unknown] => {
    const [a, b] = [one[name], other[name]];
    if (isObject(a) || isObject(b)) return [name, join(isObject(a) ? a : {}, isObject(b) ? b : {})];
    return [name, Object.hasOwn(other, name) ? b : a];
  });
  return Object.fromEntries(
    members.filter(
      ([, value]) => value !== undefined && !(isObject(value) && Object.keys(value).length === 0),
    ),
  );
}
