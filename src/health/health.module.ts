import { Module } from '@nestjs/common';
import { QueueModule } from '../queue/queue.module';
import { AboutController } from './about.controller';
import { Draining } from './draining';
import { HealthController } from './health.controller';
import { ReadinessService } from './readiness.service';
import { SharedStorageCheck } from './shared-storage.check';

/** What this server is and how it is. */
@Module({
  imports: [QueueModule],
  controllers: [AboutController, HealthController],
  providers: [Draining, ReadinessService, SharedStorageCheck],
})
export class HealthModule {}
