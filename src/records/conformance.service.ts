import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkConformance } from '../catalog/check-conformance';
import { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { Database } from '../database/database';
import { describeEntity } from './describe-entity';
import { describeTable } from './describe-table';

/** Compares every description with its entity and its real table, and refuses to start when they differ. */
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

  /** One sentence for each difference; none when all is well. */
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
