import { fieldOf, ARCHIVED_AT, systemFieldsOf } from './resource-fields';
import type { ResourceDescription } from './resource';
import { ownFields } from './sql/record-source';

/** A column as a database or an entity has it. */
export interface StoredColumn {
  readonly name: string;
  /** Postgres type, by its short or its long name. */
  readonly type: string;
  readonly nullable: boolean;
}

/** Where a resource is stored, as a database or an entity describes it. */
export interface StoredTable {
  /** Who describes it, for the sentences: `The table instruments`, `The entity Instrument`. */
  readonly source: string;
  readonly columns: readonly StoredColumn[];
  /** Column names of every unique index or key. */
  readonly uniques: readonly (readonly string[])[];
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  bool: 'boolean',
  int4: 'integer',
  'character varying': 'varchar',
};

/** Compares the description of a resource with where it is stored: one sentence for each difference. Storage may hold more. */
export function checkConformance(resource: ResourceDescription, stored: StoredTable): string[] {
  return [
    ...wantedColumns(resource).flatMap((column) => columnIssue(stored, column)),
    ...keyIssue(resource, stored),
  ];
}

function wantedColumns(resource: ResourceDescription): StoredColumn[] {
  const { parentKey, packedId, customFields, fieldsTable } = resource;
  const system = [...systemFieldsOf(resource)].filter(([name]) => name !== 'id' || !packedId);
  return [
    // A record with a packed id is in the workspace of the row that it is keyed by.
    ...(packedId ? [] : [{ name: 'workspace_id', type: 'uuid', nullable: false }]),
    ...(parentKey ? [{ name: parentKey.column, type: parentKey.pgType, nullable: false }] : []),
    ...system.map(([name, { kind }]) => ({ name, type: kind.pgType, nullable: name === ARCHIVED_AT })),
    ...ownFields(resource).map((name) => {
      const { kind, required } = fieldOf(resource, name);
      return { name, type: kind.pgType, nullable: !required };
    }),
    ...(customFields ? [{ name: customFields.column, type: 'jsonb', nullable: false }] : []),
    ...(fieldsTable === null ? [] : [{ name: 'fields_version', type: 'integer', nullable: false }]),
  ];
}

function columnIssue({ source, columns }: StoredTable, wanted: StoredColumn): string[] {
  const found = columns.find(({ name }) => name === wanted.name);
  if (!found) return [`${source} has no column ${wanted.name}, which should be of type ${wanted.type}.`];
  const issues: string[] = [];
  if (short(found.type) !== wanted.type) {
    issues.push(`${source} has ${wanted.name} as ${short(found.type)}, the description as ${wanted.type}.`);
  }
  if (found.nullable !== wanted.nullable) {
    const says = (nullable: boolean): string => (nullable ? 'may be null' : 'is never null');
    issues.push(
      `In ${lowerFirst(source)} ${wanted.name} ${says(found.nullable)}, in the description it ${says(wanted.nullable)}.`,
    );
  }
  return issues;
}

function keyIssue(
  { naturalKey, parentKey, packedId }: ResourceDescription,
  { source, uniques }: StoredTable,
): string[] {
  const own = naturalKey.map((name) => (parentKey?.fields.includes(name) ? parentKey.column : name));
  const wanted = new Set([...(packedId ? [] : ['workspace_id']), ...own]);
  const found = uniques.some(
    (columns) => columns.length === wanted.size && columns.every((name) => wanted.has(name)),
  );
  return found ? [] : [`${source} has no unique index over ${[...wanted].join(', ')}, the natural key.`];
}

const short = (type: string): string => SHORT_NAMES[type] ?? type;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
