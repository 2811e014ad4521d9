import type { Match } from '../binding/match';
import type { ResourceDescription } from '../resource';
import { quote } from '../sql/identifiers';
import { ARCHIVED_AT, SYSTEM_FIELDS } from '../system-fields';

/** One column of the staging table: its name and its Postgres type. */
interface StageColumn {
  readonly name: string;
  readonly pgType: string;
}

/**
 * Columns of the staging table that are no field. No field begins with an underscore, so the names never meet.
 * `_given` has a bit for each field that the row brings along; `_match` is what finds the record, when it is not the
 * natural key; `_custom` holds the custom fields given, null to clear one; `_defaults` and `_missing` serve a creation.
 */
const OWN_COLUMNS: readonly StageColumn[] = [
  { name: '_row', pgType: 'integer' },
  { name: '_line', pgType: 'integer' },
  { name: '_given', pgType: 'integer' },
  { name: '_match', pgType: 'text COLLATE "C"' },
  { name: '_custom', pgType: 'jsonb' },
  { name: '_defaults', pgType: 'jsonb' },
  { name: '_missing', pgType: 'text' },
];

const MOST_FIELDS = 30;

/** How the rows of one import are staged: the columns, and which bit of `_given` stands for which field. */
export interface StageLayout {
  readonly resource: ResourceDescription;
  readonly match: Match;
  readonly columns: readonly StageColumn[];
  /** Core fields and `archived_at`, in the order of their columns. */
  readonly fields: readonly string[];
}

/** Lays out the staging table of a resource: its own columns, then one a core field, then `archived_at`. */
export function layOutStage(resource: ResourceDescription, match: Match): StageLayout {
  const fields = [...resource.fields.keys(), ARCHIVED_AT];
  if (fields.length > MOST_FIELDS)
    throw new Error(`Resource ${resource.name} has more than ${MOST_FIELDS} fields.`);
  const columns = [...resource.fields].map(([name, field]) => ({ name, pgType: field.kind.pgType }));
  const archived = { name: ARCHIVED_AT, pgType: SYSTEM_FIELDS.archived_at.kind.pgType };
  return { resource, match, columns: [...OWN_COLUMNS, ...columns, archived], fields };
}

/** The bit of `_given` that says that a row brings `field` along. */
export function givenBit(layout: StageLayout, field: string): number {
  return 1 << layout.fields.indexOf(field);
}

/** Column list of the staging table, quoted, for COPY and SELECT. */
export const stageColumnList = (layout: StageLayout): string =>
  layout.columns.map(({ name }) => quote(name)).join(', ');
