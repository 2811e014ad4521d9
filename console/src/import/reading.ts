import type { FieldReading, FormOptions, Inspection } from '../api/inspection';

/** What people changed of how the file is read; an empty text: as it was told. */
export interface Reading {
  profile: string;
  delimiter: string;
  encoding: string;
  headerRow: string;
  /** Texts that mean null, separated by commas. */
  nulls: string;
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
  return reading.answers.reduce<FormOptions>(joined, joined({ csv_options: csv, field_options: fields }, {}));
}

/** What an import is told: what the inspection found, and the changes over it. */
export function optionsOf(inspection: Inspection | null, reading: Reading): FormOptions {
  const changes = changesOf(reading);
  if (inspection === null) return changes;
  const { csv_options, json_options, field_options, match, unpivot } = inspection;
  const told: FormOptions = {
    ...(csv_options && { csv_options }),
    ...(json_options && { json_options }),
    field_options,
    match,
    ...(unpivot && { unpivot }),
  };
  return joined(told, changes);
}

const given = (options: FieldReading): FieldReading =>
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
