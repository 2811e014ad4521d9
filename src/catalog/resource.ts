import type { Field } from './field';

/** A TypeORM entity class; the catalog only carries it to the conformance check. */
export type EntityClass = abstract new () => object;

/** Where the custom fields of a resource's type are stored. */
export interface CustomFieldStorage {
  /** The reference field that names the record's type. */
  readonly typeField: string;
  /** Column of type jsonb: an object of canonical texts, unset fields left out. */
  readonly column: string;
  /** Key under which JSON nests the custom fields. */
  readonly key: string;
  /** `object`: `{"isin": "…"}`; `list`: `[{"field_key": "open", "value": "…"}]`. */
  readonly form: 'object' | 'list';
}

/**
 * Reference fields that the record does not hold itself: it holds one key of a row in another table, which has `id`,
 * `workspace_id` and a column for each of them.
 */
export interface ParentKey {
  readonly table: string;
  /** Column of the record, named like nothing in `fields` unless `as` says so. */
  readonly column: string;
  readonly pgType: 'bigint' | 'uuid';
  readonly fields: readonly string[];
  /**
   * Null: the row is made when the first record needs it. Otherwise it is a record of this resource, and must be there.
   */
  readonly resource: string | null;
  /** A reference field that may name the row directly, in the place of `fields`. */
  readonly directField: string | null;
}

/** The id is no column: it is packed from the key of `through` and this timestamp, and unpacked again. */
export interface PackedId {
  readonly instant: string;
  readonly part?: PackedPart;
}

/** Several records share a key and an instant, for they are the parts of another one; each has its id under a mask. */
export interface PackedPart {
  /** The uuid column that tells the parts of one record apart: it is the mask. */
  readonly column: string;
  /** Where these uuids come from: a table with `id` and `workspace_id`. */
  readonly table: string;
  /** The reference field that names the record they are parts of, by the id without the mask. */
  readonly of: string;
}

/**
 * Records are half-open periods [from, until) that must not overlap while they share the rest of the natural key; archived
 * ones do not count. An exclusion constraint keeps it so; imports and the API say which record is in the way.
 */
export interface Period {
  readonly from: string;
  /** Null: until further notice. */
  readonly until: string;
  readonly constraint: string;
}

/** What a team says of a resource; everything else follows from it. */
export interface ResourceDefinition {
  /** Name in imports and exports, plural, snake_case. */
  name: string;
  /** Plural, for headings. */
  title: string;
  /** Singular, lower-case, for sentences. */
  noun: string;
  table: string;
  entity: EntityClass;
  naturalKey: readonly [string, ...string[]];
  /** The field through which other resources and `:id` name a record; null when only its UUID does. */
  identifiedBy?: string;
  fields: Record<string, Field>;
  customFields?: CustomFieldStorage;
  parentKey?: ParentKey;
  packedId?: PackedId;
  period?: Period;
  /** The records are types: the table that holds the custom fields of each. */
  fieldsTable?: string;
  /** Fields that `?q=` searches. */
  search?: readonly string[];
  /** False, or a sentence that says what to do instead. */
  importable?: true | string;
  exportable?: boolean;
  /** Records may be removed for good with `?hard=true`. */
  hardDelete?: boolean;
  /** False: records have no `archived_at` and are only ever there. */
  archivable?: boolean;
}

/** A described resource with its defaults filled in. */
export interface ResourceDescription {
  readonly name: string;
  readonly title: string;
  readonly noun: string;
  readonly table: string;
  readonly entity: EntityClass;
  readonly naturalKey: readonly string[];
  readonly identifiedBy: string | null;
  readonly fields: ReadonlyMap<string, Field>;
  readonly customFields: CustomFieldStorage | null;
  readonly parentKey: ParentKey | null;
  readonly packedId: PackedId | null;
  readonly period: Period | null;
  readonly fieldsTable: string | null;
  readonly search: readonly string[];
  readonly importable: true | string;
  readonly exportable: boolean;
  readonly hardDelete: boolean;
  readonly archivable: boolean;
}
