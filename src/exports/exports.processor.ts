import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { JobProcessor } from '../jobs/job-notifications';
import { JobWorker } from '../jobs/job-worker';
import { NotificationQueues } from '../queue/notification-queues';
import { EXPORT_KIND } from './export-kind';

/** Receives the notifications of exports. */
@Injectable()
export class ExportsProcessor extends JobProcessor {
  constructor(notifications: NotificationQueues, worker: JobWorker, @Inject(SETTINGS) settings: Settings) {
    super(EXPORT_KIND, notifications, worker, settings);
  }
}
