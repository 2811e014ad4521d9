import type { Match } from '../binding/match';
import { fieldOf, ARCHIVED_AT, SYSTEM_FIELDS } from '../resource-fields';
import { MAX_STAGED_FIELDS, type ResourceDescription } from '../resource';
import { quote } from '../sql/sql-text';
import { ownFields } from '../sql/record-source';

/** One column of the staging table: its name and its Postgres type. */
interface StageColumn {
  readonly name: string;
  readonly pgType: string;
}

/**
 * The number of the row, and a bit for each field that it brings along. No field begins with an underscore, so the names
 * of columns never meet.
 */
const ROW: readonly StageColumn[] = [
  { name: '_row', pgType: 'integer' },
  { name: '_given', pgType: 'integer' },
];
/** Where the row stands in a CSV file. */
const LINE: StageColumn = { name: '_line', pgType: 'integer' };
/** What finds the record, when it is not the natural key. */
const MATCH: StageColumn = { name: '_match', pgType: 'text COLLATE "C"' };
/** The custom fields given, null to clear one; and those that a creation adds. */
const CUSTOM: readonly StageColumn[] = [
  { name: '_custom', pgType: 'jsonb' },
  { name: '_defaults', pgType: 'jsonb' },
];
/** What a creation needs and the row leaves absent. */
const MISSING: StageColumn = { name: '_missing', pgType: 'text' };

/** The key of `through`. */
export const PARENT_KEY = '_parent_key';

/** How the rows of one import are staged: the columns, and which bit of `_given` stands for which field. */
export interface StageLayout {
  readonly resource: ResourceDescription;
  readonly match: Match;
  readonly columns: readonly StageColumn[];
  /** The fields that the record's table holds itself and `archived_at`, in the order of their columns. */
  readonly fields: readonly string[];
  /** Columns of the staging table that are the natural key. */
  readonly key: readonly string[];
  /** Whether a natural key may change: of a record found otherwise, and when none of its fields is fixed. */
  readonly renames: boolean;
}

/**
 * Lays out the staging table of a resource: only columns that some row may fill, and those that are mostly null last, for
 * Postgres finds its way to a column faster while none before it is null.
 */
export function layOutStage(resource: ResourceDescription, match: Match): StageLayout {
  const own = ownFields(resource);
  const fields = [...own, ARCHIVED_AT];
  const parentKey = resource.parentKey ? [{ name: PARENT_KEY, pgType: resource.parentKey.pgType }] : [];
  const columns = own.map((name) => ({ name, pgType: fieldOf(resource, name).kind.pgType }));
  const archived = { name: ARCHIVED_AT, pgType: SYSTEM_FIELDS.archived_at.kind.pgType };
  const ownKey = resource.naturalKey.filter((name) => own.includes(name));
  return {
    resource,
    match,
    columns: [
      ...ROW,
      ...parentKey,
      ...columns,
      archived,
      LINE,
      ...(match.by === 'natural' ? [] : [MATCH]),
      ...(resource.customFields ? CUSTOM : []),
      MISSING,
    ],
    fields,
    key: resource.parentKey ? [PARENT_KEY, ...ownKey] : ownKey,
    renames: match.by !== 'natural' && !resource.naturalKey.some((name) => fieldOf(resource, name).immutable),
  };
}

/** The bit of `_given`, behind those of the fields, that says that a row clears a custom field. */
export const CLEARS_CUSTOM = 1 << MAX_STAGED_FIELDS;

/** The bit of `_given` that says that a row brings `field` along. */
export function givenBit(layout: StageLayout, field: string): number {
  const index = layout.fields.indexOf(field);
  if (index < 0) throw new Error(`The staging table of ${layout.resource.name} has no field ${field}.`);
  return bitOf(index);
}

/** The bit of `_given` for the field at `index` of the layout. */
export const bitOf = (index: number): number => 1 << index;

/** Column list of the staging table, quoted, for COPY and SELECT. */
export const stageColumnList = (layout: StageLayout): string =>
  layout.columns.map(({ name }) => quote(name)).join(', ');
