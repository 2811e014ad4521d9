import { ARCHIVED_AT } from '../resource-fields';
import type { ResourceDescription } from '../resource';
import type { DataType } from '../record-type';
import type { ColumnEvidence } from './column';
import { fieldKey } from './field-key';
import type { ProposedField, ProposedType } from './proposal';
import { BAR_CONCEPTS, fitOf } from './synonyms';

/** A custom field and the column that feeds it. */
export interface ColumnField {
  readonly column: ColumnEvidence;
  readonly field: ProposedField;
}

/** One custom field for each column, with a key that no other column and no core field has. */
export function proposeFields(
  resource: ResourceDescription,
  columns: readonly ColumnEvidence[],
): ColumnField[] {
  const taken = new Set(['id', ARCHIVED_AT, 'field_values', 'items', ...resource.fields.keys()]);
  return columns.map((column, index) => {
    const key = freeKey(keyOf(column), taken);
    taken.add(key);
    return {
      column,
      field: {
        field_key: key,
        field_label: column.name === '' ? key : column.name.slice(0, MAX_LABEL),
        data_type: dataTypeOf(column),
        display_order: index + 1,
      },
    };
  });
}

const MAX_LABEL = 200;

/** The measures of bars have one key each, whatever a vendor calls them. */
function keyOf({ name, position, kind }: ColumnEvidence): string {
  const bar = kind === 'decimal' ? BAR_CONCEPTS.find((concept) => fitOf(name, concept) !== null) : undefined;
  return bar ?? fieldKey(name) ?? `column_${position}`;
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  for (let suffix = 1; ; suffix++) {
    const candidate = suffix === 1 ? key : `${key}_${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** What is not decided stays a text: it keeps every character. */
function dataTypeOf({ kind, undecided }: ColumnEvidence): DataType {
  if (undecided.length > 0) return 'text';
  if (kind === 'decimal') return 'number';
  return kind === 'date' || kind === 'boolean' ? kind : 'text';
}

/** The type that a file of this resource needs. `fallback`: the identifier of a type that nothing else names. */
export function proposeType(
  resource: ResourceDescription,
  typeResource: string,
  fields: readonly ColumnField[],
  fallback: string,
): ProposedType {
  const isSeries = typeResource === 'series';
  const declared = fields.map(({ field }) => field);
  const identifier = isSeries ? (seriesKey(declared) ?? fallback) : fallback;
  return {
    resource: typeResource,
    identifier,
    name: identifier,
    ...(isSeries && { kind: resource.customFields === null ? ('scalar' as const) : ('composite' as const) }),
    fields: declared,
  };
}

/** The usual names of plain bars. */
function seriesKey(fields: readonly ProposedField[]): string | null {
  const keys = fields
    .map(({ field_key: key }) => key)
    .sort()
    .join(' ');
  if (keys === 'close high low open volume') return 'ohlcv';
  return keys === 'close high low open' ? 'ohlc' : null;
}
