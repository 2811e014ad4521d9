import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { checkRowLevelSecurity } from './check-row-level-security';
import { createDataSource } from './data-source';
import { Database } from './database';
import { Pools } from './pools';
import { runMigrations } from './run-migrations';
import { asOwner, oneWorkspace } from './tenant-scope';

/**
 * Opens the data source and the pools, migrates before anybody gets a `Database`, and closes them at shutdown.
 * A module adds its entities with `TypeOrmModule.forFeature([…])`.
 */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [SETTINGS],
      useFactory: (settings: Settings) => ({
        ...createDataSource(settings, []).options,
        autoLoadEntities: true,
        retryAttempts: 0, // the start has waited for it: start/check-database.ts
      }),
    }),
  ],
  providers: [
    { provide: Pools, inject: [SETTINGS], useFactory: (settings: Settings) => new Pools(settings) },
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
