import type { OnApplicationBootstrap } from '@nestjs/common';
import type { Settings } from '../config/settings';
import type { NotificationQueues } from '../queue/notification-queues';
import type { JobKind } from './job';
import { JOB_TABLES } from './job-tables';
import type { JobWorker } from './job-worker';

/**
 * Hands the hints of one queue to the worker, as many at once as it has slots. Not a `@Process()` method, because that
 * takes its concurrency when the class is written, and because an API process must not take hints at all.
 */
export abstract class JobProcessor implements OnApplicationBootstrap {
  protected constructor(
    private readonly kind: JobKind,
    private readonly notifications: NotificationQueues,
    private readonly worker: JobWorker,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.role === 'api') return;
    this.notifications.receive(JOB_TABLES[this.kind].queue, this.settings.workerConcurrency, ({ id }) =>
      this.worker.work(this.kind, id),
    );
  }
}
