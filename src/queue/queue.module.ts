import { BullModule } from '@nestjs/bull';
import { Global, Module } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { NotificationQueues } from './notification-queues';
import { QUEUE_NAMES } from './job-notification';

const queues = QUEUE_NAMES.map((name) => ({
  name,
  inject: [SETTINGS],
  useFactory: (settings: Settings) => ({
    url: settings.redisUrl,
    prefix: settings.redisPrefix,
    // A kept hint would swallow the next one with the same id in silence.
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
  }),
}));

/** Bull: two queues of hints. The truth about jobs is in Postgres. */
@Global()
@Module({
  imports: [BullModule.registerQueueAsync(...queues)],
  providers: [NotificationQueues],
  exports: [NotificationQueues, BullModule],
})
export class QueueModule {}
