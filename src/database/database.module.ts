import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { checkWalls } from './check-walls';
import { createDataSource } from './data-source';
import { Database } from './database';
import { runMigrations } from './run-migrations';
import { asOwner, oneWorkspace } from './wall';

/**
 * Opens the data source, migrates before anybody gets a `Database`, and closes it at shutdown.
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
    {
      provide: Database,
      inject: [DataSource],
      useFactory: async (dataSource: DataSource) => {
        await runMigrations(dataSource);
        await checkWalls(new Database(dataSource, asOwner));
        return new Database(dataSource, oneWorkspace);
      },
    },
  ],
  exports: [Database],
})
export class DatabaseModule {}
