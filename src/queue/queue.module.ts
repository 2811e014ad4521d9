import { BullModule, getQueueToken } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import type { Queue } from 'bull';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { bullConnection } from '../redis/connect-redis';
import { NotificationQueues, QUEUE_NAMES, type JobNotification } from './notification-queues';

const queues = QUEUE_NAMES.map((name) => ({
  name,
  inject: [SETTINGS],
  useFactory: (settings: Settings) => ({
    ...bullConnection(settings.redisUrl),
    prefix: settings.redisPrefix,
    // Bull ignores a notification with the id of one that is still stored.
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
  }),
}));

/** Bull: queues of notifications. The state of jobs is in Postgres. */
@Module({
  imports: [BullModule.registerQueueAsync(...queues)],
  providers: [
    {
      provide: NotificationQueues,
      inject: QUEUE_NAMES.map((name) => getQueueToken(name)),
      useFactory: (...bullQueues: Queue<JobNotification>[]) => new NotificationQueues(bullQueues),
    },
  ],
  exports: [NotificationQueues, BullModule],
})
export class QueueModule {}
