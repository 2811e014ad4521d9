import { Module } from '@nestjs/common';
import { AdminModule } from './admin/admin.module';
import { AuthModule } from './auth/auth.module';
import { ConfigModule } from './config/config.module';
import { ConsoleModule } from './console/console.module';
import { DatabaseModule } from './database/database.module';
import { ExportsModule } from './exports/exports.module';
import { HealthModule } from './health/health.module';
import { ImportsModule } from './imports/imports.module';
import { JobsModule } from './jobs/jobs.module';
import { MetricsModule } from './metrics/metrics.module';
import { ImportProfilesModule } from './profiles/import-profiles.module';
import { RedisModule } from './redis/redis.module';
import { ResourcesModule } from './resources/resources.module';
import { StorageModule } from './storage/storage.module';
import { WorkspacesModule } from './workspaces/workspaces.module';

/** The whole application: configuration and database, access, storage, jobs, metrics, and the browser console. */
const foundation = [ConfigModule, RedisModule, DatabaseModule, StorageModule];
const access = [AuthModule, WorkspacesModule];
const records = [ResourcesModule];
const work = [JobsModule, ImportProfilesModule, ImportsModule, ExportsModule];
const probes = [HealthModule, MetricsModule];
const people = [ConsoleModule, AdminModule];

@Module({ imports: [...foundation, ...access, ...records, ...work, ...probes, ...people] })
export class AppModule {}
