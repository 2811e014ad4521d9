import type { Match } from '../binding/match';
import { ARCHIVED_AT, SYSTEM_FIELDS, fieldOf } from '../resource-fields';
import { MAX_STAGED_FIELDS, type ResourceDescription } from '../resource';
import { isInWorkspace, quote } from '../sql/sql-text';
import { ownFields } from '../sql/record-source';

/** One column of the staging table: its name and its Postgres type. */
interface StageColumn {
  readonly name: string;
  readonly pgType: string;
}

/**
 * The number of the row, and a bit for each field that it gives. No field begins with an underscore, so the names of
 * columns never clash.
 */
const ROW: readonly StageColumn[] = [
  { name: '_row', pgType: 'integer' },
  { name: '_given', pgType: 'integer' },
];
/** The line of the row in a CSV file. */
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

/** Under `unpivot`: the row and the column of the file; `_row` counts the rows that the file becomes. */
const POSITION: readonly StageColumn[] = [
  { name: '_file_row', pgType: 'integer' },
  { name: '_file_column', pgType: 'text' },
];

/** The column of `planned_rows` that is true when the row restores the archived record that it found. */
export const RESTORES = '_restores';

/** The column of the parent key. */
export const PARENT_KEY = '_parent_key';

/** How the rows of one import are staged: the columns, and which bit of `_given` belongs to which field. */
export interface StageLayout {
  readonly resource: ResourceDescription;
  readonly match: Match;
  readonly columns: readonly StageColumn[];
  /** The fields that the record's table holds itself and `archived_at`, in the order of their columns. */
  readonly fields: readonly string[];
  /** Columns of the staging table that are the natural key. */
  readonly key: readonly string[];
  /** An archived record that a row finds stays archived, unless the row gives `archived_at`. */
  readonly keepsArchived: boolean;
  /** Whether a natural key may change: of a record found otherwise, and when none of its fields is immutable. */
  readonly renames: boolean;
  /** The fields that `unpivot` feeds from columns of the file; null without it. */
  readonly unpivoted: readonly string[] | null;
}

/**
 * Lays out the staging table of a resource: only columns that some row may fill, and those that are mostly null last,
 * because Postgres reads a column faster when no column before it is null.
 */
export function layOutStage(
  resource: ResourceDescription,
  match: Match,
  { unpivoted = null, archived: ofArchived = 'restore' }: StageOptions = {},
): StageLayout {
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
      ...(unpivoted === null ? [] : POSITION),
    ],
    fields,
    unpivoted,
    key: resource.parentKey ? [PARENT_KEY, ...ownKey] : ownKey,
    keepsArchived: ofArchived === 'keep',
    renames: match.by !== 'natural' && !resource.naturalKey.some((name) => fieldOf(resource, name).immutable),
  };
}

/** What the reading options of an import change in its staging table. */
interface StageOptions {
  readonly unpivoted?: StageLayout['unpivoted'];
  /** What happens with an archived record that a row finds. */
  readonly archived?: 'restore' | 'keep' | undefined;
}

/** The bit of `_given`, after those of the fields, of a row that clears a custom field. */
export const CLEARS_CUSTOM = 1 << MAX_STAGED_FIELDS;

/** The bit of `_given` of a row that gives `field`. Throws when the staging table has no such field. */
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

/** The column of a record that stores the parent key; empty without one. */
export const parentKeyColumn = ({ parentKey }: ResourceDescription): string => parentKey?.column ?? '';

/** The column of a record, quoted, that stores a part of the natural key of a staged row. */
export const keyColumn = (resource: ResourceDescription, part: string): string =>
  quote(part === PARENT_KEY ? parentKeyColumn(resource) : part);

/**
 * SQL that is true for a record `r` of the workspace that the placeholder gives. A packed record has no column for it: its
 * parent key belongs to one workspace, and reading resolved it there.
 */
export const inWorkspace = ({ packedId }: ResourceDescription, workspace = '$1'): string =>
  packedId ? `${workspace}::uuid IS NOT NULL` : isInWorkspace('r.workspace_id', workspace);
