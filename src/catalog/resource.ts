import type { Field } from './field';

/**
 * Maximum fields that an import can stage for a resource, `archived_at` included: the staging table has one bit for each in
 * an integer.
 */
export const MAX_STAGED_FIELDS = 30;

/** A TypeORM entity class. The catalog only passes it to the conformance check. */
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
 * Two reference fields that are not columns of the record. The record has one column instead, the key of its parent: a row
 * of another table, which has `id`, `workspace_id` and a column for each of the two references.
 */
export interface ParentKey {
  readonly table: string;
  /** Column of the record. No field has its name, except `directField`. */
  readonly column: string;
  readonly pgType: 'bigint' | 'uuid';
  /** The two reference fields. */
  readonly fields: readonly string[];
  /** The resource whose records are the parents; null: a parent is created with the first record that needs it. */
  readonly resource: string | null;
  /** A reference field that may name the parent directly, instead of `fields`. */
  readonly directField: string | null;
}

/** The id is not a column: it is computed from the parent key and this timestamp, and can be split into them again. */
export interface PackedId {
  readonly instant: string;
  readonly part?: PackedPart;
}

/** Several records share a parent key and a timestamp: they are the parts of another record. Each has a masked id. */
export interface PackedPart {
  /** The uuid column that differs between the parts of one record: it is the mask. */
  readonly column: string;
  /** The table of these uuids, with the columns `id` and `workspace_id`. */
  readonly table: string;
  /** The reference field that names the whole record, by the id without the mask. */
  readonly of: string;
}

/**
 * Records are half-open periods [from, until). Active records with the same rest of the natural key must not overlap: an
 * exclusion constraint ensures it, and imports and the API name the record that overlaps.
 */
export interface Period {
  readonly from: string;
  /** Null: until further notice. */
  readonly until: string;
  readonly constraint: string;
}

/**
 * A rule over the values of one record, checked for single records and in imports by the same SQL. A field without a value
 * breaks none. Every rule is plain data.
 */
export type RecordRule =
  /** Each of `fields` is later than those before it; those in `mayBeEqual` may equal the one before. */
  | {
      readonly rule: 'in_order';
      readonly fields: readonly string[];
      readonly mayBeEqual?: readonly string[];
    }
  /** The instants in `fields` are at most so many hours from midnight UTC of the day in `date`. */
  | {
      readonly rule: 'near_date';
      readonly fields: readonly string[];
      readonly date: string;
      readonly hours: number;
    }
  /** The `fields` have a value only while the boolean `flag` is true. */
  | { readonly rule: 'only_if'; readonly fields: readonly string[]; readonly flag: string }
  /** A number greater than zero. */
  | { readonly rule: 'positive'; readonly field: string }
  /** A text of exactly so many letters from A to Z, in any case. */
  | { readonly rule: 'letters'; readonly field: string; readonly count: number; readonly example: string };

/** The definition of a resource as a team writes it. `defineResource` adds the defaults. */
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
  /** Rules across the fields of a record. */
  rules?: readonly RecordRule[];
  /** The records are types: the table of their custom fields. */
  fieldsTable?: string;
  /** Fields that `?q=` searches. */
  search?: readonly string[];
  /** False, or a sentence that says what to do instead. */
  importable?: true | string;
  exportable?: boolean;
  /** `?hard=true` may delete records permanently. */
  hardDelete?: boolean;
  /** False: records cannot be archived and have no `archived_at`. */
  archivable?: boolean;
}

/** A resource with all defaults. Each property is described in `ResourceDefinition`. */
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
  readonly rules: readonly RecordRule[];
  readonly fieldsTable: string | null;
  readonly search: readonly string[];
  readonly importable: true | string;
  readonly exportable: boolean;
  readonly hardDelete: boolean;
  readonly archivable: boolean;
}
