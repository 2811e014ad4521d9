import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ImportCreation } from './import-creation';
import { ImportsProcessor } from './imports.processor';
import { ImportPipeline } from './import-pipeline';
import { ImportStore } from './import-store';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { ReadingThreads } from './reading/reading-threads';
import { RejectedRowsService } from './rejected/rejected-rows.service';
import { UploadReceiver } from './upload/upload-receiver';

/** Imports: the endpoints, and the pipeline that a worker runs. */
@Module({
  imports: [RecordsModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    ImportCreation,
    ImportStore,
    UploadReceiver,
    RejectedRowsService,
    ReadingThreads,
    ImportPipeline,
    ImportsProcessor,
  ],
})
export class ImportsModule {}
