import type { Field } from '../field';
import type { ResourceDescription } from '../resource';
import type { ColumnEvidence, ColumnKind, InspectedTable } from './column';
import { FIELD_CONCEPTS, fitOf, nameKey, type Concept } from './synonyms';

/** A column that feeds a field, and the others whose names would fit too. */
export interface Feed {
  readonly column: ColumnEvidence;
  /** Joined with `column`: the time of day beside its date. */
  readonly timeColumn: ColumnEvidence | null;
  readonly others: readonly ColumnEvidence[];
  /** Why a column feeds the field whose name does not say so; null: its name does. */
  readonly reason: string | null;
}

/** Which columns feed the fields of one resource. */
export interface ResourceFit {
  readonly resource: ResourceDescription;
  readonly feeds: ReadonlyMap<string, Feed>;
  /** Columns that feed nothing and hold something. */
  readonly unclaimed: readonly ColumnEvidence[];
}

/** Codes of securities: a file without any other identifier names its instruments by them. */
export const SECURITY_CODES: readonly Concept[] = ['isin', 'figi', 'cusip', 'sedol'];

const KINDS: Readonly<Record<string, readonly ColumnKind[]>> = {
  decimal: ['decimal'],
  timestamp: ['timestamp', 'date'],
  date: ['date'],
  boolean: ['boolean'],
  identifier: ['text', 'decimal', 'boolean'],
  reference: ['text', 'decimal', 'boolean'],
  text: ['text', 'decimal', 'boolean', 'date', 'timestamp'],
  json: ['json'],
};

/** Finds the column of each field by its name and kind. A column feeds one field. */
export function fitResource(
  resource: ResourceDescription,
  columns: readonly ColumnEvidence[],
  table: InspectedTable,
): ResourceFit {
  const feeds = new Map<string, Feed>();
  const taken = new Set<ColumnEvidence>();
  const claim = (name: string, feed: Feed): void => {
    feeds.set(name, feed);
    taken.add(feed.column);
    if (feed.timeColumn) taken.add(feed.timeColumn);
  };
  for (const [name, field] of resource.fields) {
    const found = ranked(
      resource,
      name,
      field,
      columns.filter((column) => !taken.has(column)),
    );
    const [column, ...others] = found;
    if (column) claim(name, { column, timeColumn: timeBeside(column, name, columns), others, reason: null });
  }
  const key = structuralKey(resource, feeds, columns, table);
  if (key) claim('instrument_id', key);
  // An import reads a column of the field's own name into it, whatever it holds.
  const unclaimed = columns.filter(
    (column) =>
      !taken.has(column) &&
      column.kind !== 'empty' &&
      !isRowNumber(column) &&
      (feeds.has(column.name) || !resource.fields.has(column.name)),
  );
  return { resource, feeds, unclaimed };
}

/** The columns whose names and kinds fit the field, the best first. */
function ranked(
  resource: ResourceDescription,
  name: string,
  field: Field,
  columns: readonly ColumnEvidence[],
): ColumnEvidence[] {
  const accepted = KINDS[field.kind.name] ?? [];
  const isKey = resource.naturalKey.length === 1 && resource.naturalKey.includes(name);
  const fitting = columns.flatMap((column) => {
    const rank = accepted.includes(column.kind) ? rankOf(resource, name, column.name) : null;
    return rank === null
      ? []
      : [{ column, rank, unfit: isKey && !(column.unique && column.empty_share === 0) }];
  });
  return fitting
    .sort(
      (a, b) => Number(a.unfit) - Number(b.unfit) || a.rank - b.rank || a.column.position - b.column.position,
    )
    .map(({ column }) => column);
}

function rankOf(resource: ResourceDescription, field: string, name: string): number | null {
  if (nameKey(name) === nameKey(field)) return -1;
  const concept = resource.name === 'markets' && field === 'identifier' ? 'market' : FIELD_CONCEPTS[field];
  const rank = concept === undefined ? null : fitOf(name, concept);
  if (rank !== null || concept !== 'instrument') return rank;
  const code = SECURITY_CODES.findIndex((one) => fitOf(name, one) !== null);
  return code < 0 ? null : LAST + code;
}

/** Behind all names of the table. */
const LAST = 1_000;

/** A column of times of day, when `column` holds the dates of a timestamp and there is exactly one. */
function timeBeside(
  column: ColumnEvidence,
  field: string,
  columns: readonly ColumnEvidence[],
): ColumnEvidence | null {
  if (field !== 'timestamp' || column.kind !== 'date') return null;
  const times = columns.filter(({ kind, name }) => kind === 'time' && fitOf(name, 'time_of_day') !== null);
  return times.length === 1 ? (times[0] ?? null) : null;
}

/** A column without a name that numbers the rows: pandas writes one. */
const isRowNumber = ({ name, kind, unique, examples }: ColumnEvidence): boolean =>
  name.trim() === '' && kind === 'decimal' && unique && (examples[0] === '0' || examples[0] === '1');

/**
 * The instrument of a time series by structure: the only column of texts, when times repeat and each time has each text
 * once. Null when a name says it, or another column could be meant.
 */
function structuralKey(
  { fields }: ResourceDescription,
  feeds: ReadonlyMap<string, Feed>,
  columns: readonly ColumnEvidence[],
  { rows }: InspectedTable,
): Feed | null {
  const time = feeds.get('timestamp')?.column;
  if (!fields.has('instrument_id') || !fields.has('timestamp') || feeds.has('instrument_id')) return null;
  if (!time || time.unique) return null;
  const [only, ...others] = columns.filter(({ kind, constant }) => kind === 'text' && constant === null);
  if (!only || others.length > 0 || only.empty_share > 0) return null;
  const keys = new Set(rows.map((row) => `${row[time.position - 1] ?? ''}\n${row[only.position - 1] ?? ''}`));
  if (keys.size !== rows.length) return null;
  const reason = `"${only.name}" is the only column of texts, and no text comes twice at one time.`;
  return { column: only, timeColumn: null, others: [], reason };
}
