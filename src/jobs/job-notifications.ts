import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { NotificationQueues } from '../queue/notification-queues';
import type { JobKind } from './job';
import { JobWorker } from './job-worker';

/** Notifies the workers of a job that is due. */
@Injectable()
export class JobDispatcher {
  constructor(
    private readonly notifications: NotificationQueues,
    private readonly worker: JobWorker,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Sends a notification, without waiting: `attempt` is the one the job row has now. Without Redis the job goes straight
   * to the worker of this process; in an API process the reconciler of a worker finds it.
   */
  wake(kind: JobKind, id: string, attempt: number): void {
    void this.notifications.send(kind.queue, { id, attempt }).then((sent) => {
      if (!sent && this.settings.role !== 'api') void this.worker.work(kind, id);
    });
  }
}

/**
 * Passes the notifications of one queue to the worker, as many at once as it runs jobs. Not a `@Process()` method, because
 * that takes its concurrency when the class is written, and because an API process must not take notifications at all.
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
    this.notifications.receive(this.kind.queue, this.settings.workerConcurrency, ({ id }) =>
      this.worker.work(this.kind, id),
    );
  }
}
