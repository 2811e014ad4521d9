import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { NotificationQueues } from '../queue/notification-queues';
import type { JobKind } from './job';
import { JOB_TABLES } from './job-tables';
import { JobWorker } from './job-worker';

/** Tells the workers of a job that is due. */
@Injectable()
export class JobDispatcher {
  constructor(
    private readonly notifications: NotificationQueues,
    private readonly worker: JobWorker,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Sends a hint, without waiting: `attempt` is the one the job row has now. Without Redis the job goes straight to the
   * worker of this process; in an API process the reconciler of a worker finds it.
   */
  wake(kind: JobKind, id: string, attempt: number): void {
    void this.notifications.send(JOB_TABLES[kind].queue, { id, attempt }).then((sent) => {
      if (!sent && this.settings.role !== 'api') void this.worker.work(kind, id);
    });
  }
}
