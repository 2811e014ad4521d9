import type { Field } from './field';

/** A TypeORM entity class; the catalog only carries it to the conformance check. */
export type EntityClass = abstract new () => object;

/** Where the custom fields of a resource's type are stored. */
export interface CustomFieldStorage {
  /** The reference field that names the record's type. */
  readonly typeField: string;
  /** Column of type jsonb: an object of canonical texts, unset fields left out. */
  readonly column: string;
}

/** What a team says of a resource; everything else follows from it. */
export interface ResourceWords {
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
  /** The records are types: the table that holds the custom fields of each. */
  fieldsTable?: string;
  /** Fields that `?q=` searches. */
  search?: readonly string[];
  /** False, or a sentence that says what to do instead. */
  importable?: true | string;
  exportable?: boolean;
  /** Records may be removed for good with `?hard=true`. */
  hardDelete?: boolean;
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
  readonly fieldsTable: string | null;
  readonly search: readonly string[];
  readonly importable: true | string;
  readonly exportable: boolean;
  readonly hardDelete: boolean;
}
