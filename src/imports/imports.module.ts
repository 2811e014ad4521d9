import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../http/idempotency/idempotency.module';
import { JobsModule } from '../jobs/jobs.module';
import { QueueModule } from '../queue/queue.module';
import { RecordsModule } from '../records/records.module';
import { ImportCreation } from './import-creation';
import { ImportsProcessor } from './imports.processor';
import { ImportPipeline } from './import-pipeline';
import { ImportStore } from './import-store';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { InspectionsController } from './inspect/inspections.controller';
import { InspectionsService } from './inspect/inspections.service';
import { MissingReferences } from './inspect/missing-references';
import { WorkspaceTypes } from './inspect/workspace-types';
import { ReadingThreads } from './reading/reading-threads';
import { RejectedRowsService } from './rejected/rejected-rows.service';
import { UploadReceiver } from './upload/upload-receiver';

/** Imports: the endpoints, and the pipeline that a worker runs. */
@Module({
  imports: [IdempotencyModule, JobsModule, QueueModule, RecordsModule],
  controllers: [InspectionsController, ImportsController],
  providers: [
    ImportsService,
    ImportCreation,
    ImportStore,
    UploadReceiver,
    RejectedRowsService,
    ReadingThreads,
    ImportPipeline,
    ImportsProcessor,
    InspectionsService,
    WorkspaceTypes,
    MissingReferences,
  ],
})
export class ImportsModule {}
