import type { Field } from '../../../src/catalog/field';
import type { CustomFieldStorage, ResourceDescription } from '../../../src/catalog/resource';

/** Days between the instants of two samples: far enough apart that periods never overlap. */
const STEP_DAYS = 400;
const DAY_MS = 86_400_000;
const CURRENCIES = ['AUD', 'EUR', 'USD'];

/**
 * Sample number `n` of a field, as a cell of a file: valid, canonical, and another one for each
 * number where it can be.
 */
export function sampleValue(field: Field, n: number): string {
  const { kind, example, values, max } = field;
  if (values !== null) return values[n % values.length] ?? example;
  if (kind.name === 'identifier') return `${example}-${n}`;
  switch (kind.pgType) {
    case 'numeric':
      return `${n}.50`;
    case 'boolean':
      return String(n % 2 === 0);
    case 'date':
      return later(`${example}T00:00:00Z`, n).slice(0, 10);
    case 'timestamptz':
      return later(example, n);
    case 'json':
      return `{"n":${n}.10,"of":["é","\\"",null]}`;
    case 'uuid':
      return example;
    default:
      if (max === 3) return CURRENCIES[n % CURRENCIES.length] ?? example;
      return `${n}, "${example}"`.slice(0, max ?? undefined);
  }
}

/** `instant` and `n` steps more, in canonical form. */
function later(instant: string, n: number): string {
  return new Date(Date.parse(instant) + n * STEP_DAYS * DAY_MS).toISOString().replace(/\.000Z$/, 'Z');
}

/** The field of the natural key in which two samples of a resource differ. */
export function varyingField({ naturalKey, fields }: ResourceDescription): string {
  const own = naturalKey.find((name) => fields.get(name)?.target === null);
  return own ?? naturalKey[0] ?? '';
}

/**
 * Custom fields of every data type, one of them under the name of a core field, as the body of a
 * type declares them.
 */
export const SAMPLE_FIELDS = [
  { field_key: 'note', data_type: 'text' },
  { field_key: 'ratio', data_type: 'number', is_required: true, allow_null: false },
  { field_key: 'since', data_type: 'date' },
  { field_key: 'is_liquid', data_type: 'boolean' },
  { field_key: 'id', data_type: 'text' },
] as const;

const CUSTOM_SAMPLES: Readonly<Record<(typeof SAMPLE_FIELDS)[number]['data_type'], (n: number) => string>> = {
  text: (n) => `text ${n}`,
  number: (n) => `${n}.250`,
  date: (n) => later('2001-02-28T00:00:00Z', n).slice(0, 10),
  boolean: (n) => String(n % 2 === 1),
};

/** Sample number `n` of the custom fields above, by key. */
export function sampleCustom(n: number): Record<string, string> {
  return Object.fromEntries(
    SAMPLE_FIELDS.map(({ field_key, data_type }) => [field_key, CUSTOM_SAMPLES[data_type](n)]),
  );
}

/** Custom values in the form in which bodies and JSON files nest them. */
export function nestCustom({ form }: CustomFieldStorage, values: Record<string, string>): object {
  return form === 'object'
    ? values
    : Object.entries(values).map(([field_key, value]) => ({ field_key, value }));
}
