import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { defineResource } from '../catalog/define-resource';
import { decimal, identifier, text } from '../catalog/field';
import { ResourceRegistry } from '../catalog/registry';
import { readSettings } from '../config/settings';
import { createDataSource, runMigrations } from '../database/data-source';
import { Database } from '../database/database';
import { RESOURCES } from '../resources/resources.module';
import { Pools } from '../database/pools';
import { asOwner } from '../database/row-level-security';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { ConformanceService } from './conformance.service';

@Entity('drifted')
class Drifted {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  identifier!: string | null;

  @Column('integer')
  price!: number;
}

const drifted = defineResource({
  name: 'drifted',
  title: 'Drifted',
  noun: 'drifted thing',
  table: 'drifted',
  entity: Drifted,
  naturalKey: ['identifier'],
  fields: {
    identifier: identifier({ required: true, describe: '.', example: 'x' }),
    price: decimal({ describe: '.', example: '1' }),
    note: text({ describe: '.', example: 'x' }),
  },
});

describe('ConformanceService', () => {
  let fresh: TestDatabase;
  let dataSource: DataSource;
  let pools: Pools;

  beforeAll(async () => {
    fresh = await createTestDatabase();
    const settings = { ...readSettings({}), databaseUrl: fresh.url };
    const entities = [Drifted, ...RESOURCES.map(({ entity }) => entity as new () => object)];
    dataSource = await createDataSource(settings, entities).initialize();
    await runMigrations(dataSource);
    pools = new Pools(settings);
  }, 60_000);
  afterAll(async () => {
    await pools.onApplicationShutdown();
    await dataSource.destroy();
    await fresh.drop();
  });

  const check = (registry: ResourceRegistry): Promise<string[]> =>
    new ConformanceService(registry, dataSource, new Database(pools, asOwner)).check();

  it('finds every description as it is stored', async () => {
    expect(await check(new ResourceRegistry(RESOURCES))).toEqual([]);
  });

  it('says in sentences where a description and its storage differ', async () => {
    const sentences = await check(new ResourceRegistry([drifted]));
    expect(sentences).toEqual([
      'The entity Drifted has no column workspace_id, which should be of type uuid.',
      'The entity Drifted has no column archived_at, which should be of type timestamptz.',
      'The entity Drifted has no column created_at, which should be of type timestamptz.',
      'The entity Drifted has no column updated_at, which should be of type timestamptz.',
      'In the entity Drifted identifier may be null, in the description it is never null.',
      'The entity Drifted has price as integer, the description as numeric.',
      'In the entity Drifted price is never null, in the description it may be null.',
      'The entity Drifted has no column note, which should be of type text.',
      'The entity Drifted has no unique index over workspace_id, identifier, the natural key.',
      'There is no table drifted; write a migration.',
    ]);
  });

  it('refuses to start when they differ', async () => {
    const service = new ConformanceService(
      new ResourceRegistry([drifted]),
      dataSource,
      new Database(pools, asOwner),
    );
    await expect(service.onModuleInit()).rejects.toThrow(/Descriptions and storage differ/);
  });
});
