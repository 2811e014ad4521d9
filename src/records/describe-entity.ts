import type { EntityMetadata } from 'typeorm';
import type { StoredTable } from '../catalog/check-conformance';

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
