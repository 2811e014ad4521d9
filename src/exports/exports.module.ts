import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { IdempotencyModule } from '../http/idempotency/idempotency.module';
import { JobsModule } from '../jobs/jobs.module';
import { QueueModule } from '../queue/queue.module';
import { RecordsModule } from '../records/records.module';
import { DownloadLinks } from './download-links';
import { ExportDownloads } from './export-downloads';
import { ExportCreation } from './export-creation';
import { ExportPipeline } from './export-pipeline';
import { ExportStore } from './export-store';
import { ExportsController } from './exports.controller';
import { ExportsProcessor } from './exports.processor';
import { ExportsService } from './exports.service';

/** Exports: the endpoints, and what a worker runs. */
@Module({
  imports: [AuthModule, IdempotencyModule, JobsModule, QueueModule, RecordsModule],
  controllers: [ExportsController],
  providers: [
    ExportsService,
    ExportCreation,
    ExportStore,
    DownloadLinks,
    ExportDownloads,
    ExportPipeline,
    ExportsProcessor,
  ],
})
export class ExportsModule {}
