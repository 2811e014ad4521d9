import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { JobProcessor } from '../jobs/job-processor';
import { JobWorker } from '../jobs/job-worker';
import { NotificationQueues } from '../queue/notification-queues';

/** Receives what Bull tells of imports. */
@Injectable()
export class ImportProcessor extends JobProcessor {
  constructor(notifications: NotificationQueues, worker: JobWorker, @Inject(SETTINGS) settings: Settings) {
    super('import', notifications, worker, settings);
  }
}
