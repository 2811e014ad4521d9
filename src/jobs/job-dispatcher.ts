import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { HintQueues } from '../queue/hint-queues';
import type { JobKind } from './job';
import { JOB_TABLES } from './job-tables';
import { JobWorker } from './job-worker';

/** Tells the workers of a job that is due. */
@Injectable()
export class JobDispatcher {
  constructor(
    private readonly hints: HintQueues,
    private readonly worker: JobWorker,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Sends a hint, without waiting: `attempt` is the one the job row has now. Without Redis the job goes straight to the
   * worker of this process; in an API process the reconciler of a worker finds it.
   */
  wake(kind: JobKind, id: string, attempt: number): void {
    void this.hints.send(JOB_TABLES[kind].queue, { id, attempt }).then((sent) => {
      if (!sent && this.settings.role !== 'api') void this.worker.work(kind, id);
    });
  }
}
