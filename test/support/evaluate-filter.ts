import type { CustomField, RecordType } from '../../src/catalog/record-type';
import type { JsonObject, JsonValue } from '../../src/formats/json/json-value';

/** A condition or a group as in a body. */
export type PlainFilter =
  { field: string; op: string; value: JsonValue } | { and?: PlainFilter[]; or?: PlainFilter[] };

/** What the filter language means, said once more without SQL: does the answered record pass? */
export function evaluateFilter(
  filter: PlainFilter,
  record: JsonObject,
  types: readonly RecordType[],
): boolean {
  if ('op' in filter) return holds(filter, record, types);
  const all = (filter.and ?? []).every((member) => evaluateFilter(member, record, types));
  return (
    all && (filter.or === undefined || filter.or.some((member) => evaluateFilter(member, record, types)))
  );
}

interface Subject {
  kind: 'text' | 'number' | 'date' | 'boolean' | 'reference';
  value: string | null;
}

function holds(
  { field, op, value }: { field: string; op: string; value: JsonValue },
  record: JsonObject,
  types: readonly RecordType[],
): boolean {
  const subject = subjectOf(field, record, types);
  if (op === 'is_null') return (subject.value === null) === value;
  const wanted = (Array.isArray(value) ? value : [value]).map((one) => meant(one, subject, types));
  switch (op) {
    case 'eq':
    case 'in':
      return wanted.some((one) => one !== undefined && same(subject, one));
    case 'ne':
    case 'not_in':
      return !wanted.some((one) => one !== undefined && same(subject, one));
    case 'like':
      return (
        subject.kind === 'text' && (subject.value ?? '\0').toLowerCase().includes(String(value).toLowerCase())
      );
    default:
      return ordered(op, subject, wanted[0]);
  }
}

function subjectOf(field: string, record: JsonObject, types: readonly RecordType[]): Subject {
  const text = (value: JsonValue | undefined): string | null =>
    value === undefined || value === null ? null : String(value);
  if (!field.startsWith('field.')) {
    return { kind: field === 'type_id' || field === 'id' ? 'reference' : 'text', value: text(record[field]) };
  }
  const key = field.slice('field.'.length);
  const custom = types
    .find(({ id }) => id === record['type_id'])
    ?.fields.find((one: CustomField) => one.key === key);
  return { kind: custom?.dataType ?? 'text', value: text((record['field_values'] as JsonObject)[key]) };
}

/** The value compared with, as the kind of the subject has it; undefined: it has none such. */
function meant(value: JsonValue, { kind }: Subject, types: readonly RecordType[]): string | null | undefined {
  if (value === null || value === '') return null;
  const text = String(value);
  switch (kind) {
    case 'reference':
      return types.find(({ id, identifier }) => text === identifier || text === id)?.id;
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? text : undefined;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
    case 'boolean':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() : undefined;
    default:
      return text;
  }
}

function same({ kind, value }: Subject, wanted: string | null): boolean {
  if (value === null || wanted === null) return value === wanted;
  return kind === 'number' ? compareDecimals(value, wanted) === 0 : value === wanted;
}

function ordered(op: string, { kind, value }: Subject, wanted: string | null | undefined): boolean {
  if (value === null || wanted === null || wanted === undefined || kind === 'boolean') return false;
  const order =
    kind === 'number'
      ? compareDecimals(value, wanted)
      : Buffer.compare(Buffer.from(value), Buffer.from(wanted));
  if (op === 'lt') return order < 0;
  if (op === 'lte') return order <= 0;
  return op === 'gt' ? order > 0 : order >= 0;
}

const SCALE = 40;

function compareDecimals(a: string, b: string): number {
  const [left, right] = [scaled(a), scaled(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function scaled(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(SCALE, '0'));
  return text.startsWith('-') ? -digits : digits;
}
