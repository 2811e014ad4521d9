import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { SharedRedis } from '../redis/shared-redis';
import { checkRowLevelSecurity, asOwner, oneWorkspace } from './row-level-security';
import { createDataSource, runMigrations } from './data-source';
import { Database } from './database';
import { Pools } from './pools';

/**
 * Opens the data source and the pools, migrates before a `Database` is provided, and closes them at shutdown.
 * A module adds its entities with `TypeOrmModule.forFeature([…])`; only the conformance check reads them (ADR 30).
 */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: (settings: Settings) => ({
        ...createDataSource(settings, []).options,
        autoLoadEntities: true,
        retryAttempts: 0, // start/check-database.ts has waited for the server
      }),
    }),
  ],
  providers: [
    {
      provide: Pools,
      inject: [SETTINGS, SharedRedis],
      useFactory: (settings: Settings, redis: SharedRedis) => new Pools(settings, redis),
    },
    {
      provide: Database,
      inject: [DataSource, Pools],
      useFactory: async (dataSource: DataSource, pools: Pools) => {
        await runMigrations(dataSource);
        await checkRowLevelSecurity(new Database(pools, asOwner));
        return new Database(pools, oneWorkspace);
      },
    },
  ],
  exports: [Database],
})
export class DatabaseModule {}
