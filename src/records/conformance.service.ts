import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityMetadata } from 'typeorm';
import { checkConformance, type StoredTable } from '../catalog/check-conformance';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';

/**
 * Compares every description with its entity and its real table, and refuses to start when they
 * differ.
 */
@Injectable()
export class ConformanceService implements OnModuleInit {
  constructor(
    private readonly registry: ResourceRegistry,
    private readonly dataSource: DataSource,
    private readonly database: Database,
  ) {}

  async onModuleInit(): Promise<void> {
    const sentences = await this.check();
    if (sentences.length === 0) return;
    throw new Error(`Descriptions and storage differ:\n- ${sentences.join('\n- ')}`);
  }

  /** One sentence per difference; empty when there is none. */
  async check(): Promise<string[]> {
    const each = await Promise.all(this.registry.all.map((resource) => this.checkOne(resource)));
    return each.flat();
  }

  private async checkOne(resource: ResourceDescription): Promise<string[]> {
    if (!this.dataSource.hasMetadata(resource.entity)) {
      return [
        `TypeORM does not know the entity of ${resource.name}; add it to TypeOrmModule.forFeature in its module.`,
      ];
    }
    const entity = this.dataSource.getMetadata(resource.entity);
    const other =
      entity.tableName === resource.table
        ? []
        : [
            `The entity ${entity.name} is stored in ${entity.tableName}, ${resource.name} in ${resource.table}.`,
          ];
    const table = await describeTable(this.database, resource.table);
    return [
      ...other,
      ...checkConformance(resource, describeEntity(entity)),
      ...(table === null
        ? [`There is no table ${resource.table}; write a migration.`]
        : checkConformance(resource, table)),
      ...(await this.checkFieldsTable(resource)),
    ];
  }

  private async checkFieldsTable({ name, fieldsTable }: ResourceDescription): Promise<string[]> {
    if (fieldsTable === null || (await describeTable(this.database, fieldsTable)) !== null) return [];
    return [`There is no table ${fieldsTable} for the custom fields of ${name}; write a migration.`];
  }
}

/** Columns and unique keys of a TypeORM entity. */
export function describeEntity(entity: EntityMetadata): StoredTable {
  const names = (columns: readonly { databaseName: string }[]): string[] =>
    columns.map(({ databaseName }) => databaseName);
  return {
    source: `The entity ${entity.name}`,
    columns: entity.columns.map(({ databaseName, type, isNullable }) => ({
      name: databaseName,
      type: typeof type === 'string' ? type : type.name.toLowerCase(),
      nullable: isNullable,
    })),
    uniques: [
      ...entity.indices.filter(({ isUnique }) => isUnique).map(({ columns }) => names(columns)),
      ...entity.uniques.map(({ columns }) => names(columns)),
      names(entity.primaryColumns),
    ],
  };
}

interface ColumnRow {
  name: string;
  type: string;
  nullable: boolean;
}

/**
 * Columns and unique indexes of a table of the database, found along the search path; null when there
 * is none.
 */
export async function describeTable(sql: Sql, table: string): Promise<StoredTable | null> {
  const columns = await sql.query<ColumnRow>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type, NOT attnotnull AS nullable
     FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  if (columns.length === 0) return null;
  const uniques = await sql.query<{ columns: string[] }>(
    `SELECT array_agg(a.attname::text ORDER BY k.nr) AS columns
     FROM pg_index i
     CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, nr)
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
     WHERE i.indrelid = to_regclass($1) AND i.indisunique AND i.indpred IS NULL
     GROUP BY i.indexrelid`,
    [table],
  );
  return { source: `The table ${table}`, columns, uniques: uniques.map((unique) => unique.columns) };
}
