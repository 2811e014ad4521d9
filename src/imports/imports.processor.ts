import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { JobProcessor } from '../jobs/job-notifications';
import { JobWorker } from '../jobs/job-worker';
import { NotificationQueues } from '../queue/notification-queues';
import { IMPORT_KIND } from './import-kind';

/** Receives the notifications of imports. */
@Injectable()
export class ImportsProcessor extends JobProcessor {
  constructor(notifications: NotificationQueues, worker: JobWorker, @Inject(SETTINGS) settings: Settings) {
    super(IMPORT_KIND, notifications, worker, settings);
  }
}
