import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { HintQueues } from '../queue/hint-queues';
import { nextInLane } from './due-jobs';
import { endAttempt } from './end-attempt';
import type { ClaimedJob, JobKind, StopReason } from './job';
import { JobEvents } from './job-events';
import { JobRunners } from './job-runners';
import { JobStore } from './job-store';
import { JOB_TABLES } from './job-tables';
import { keepLease } from './keep-lease';
import { Slots } from './slots';

const SHUTDOWN_MS = 8_000;

/** Works jobs in this process: claims, runs under a lease, and lets the next import of the lane follow. */
@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('JobWorker');
  private readonly name = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  private readonly slots: Record<JobKind, Slots>;
  private readonly asked = new Map<string, Promise<void>>();
  private readonly attempts = new Map<ClaimedJob, AbortController>();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly store: JobStore,
    private readonly runners: JobRunners,
    private readonly events: JobEvents,
    private readonly hints: HintQueues,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const { workerConcurrency } = settings;
    this.slots = { import: new Slots(workerConcurrency), export: new Slots(workerConcurrency) };
  }

  /** How many more jobs of this kind this process could run now. */
  free(kind: JobKind): number {
    return this.stopping ? 0 : this.slots[kind].free;
  }

  /**
   * Works the job if it is to be had, as soon as a slot is free; resolves when this process has nothing more to do with
   * it. Never rejects. Asking again for a job that runs or waits here does nothing.
   */
  work(kind: JobKind, id: string): Promise<void> {
    const key = `${kind}:${id}`;
    if (this.stopping || this.asked.has(key)) return Promise.resolve();
    const work = this.slots[kind]
      .hold(() => this.attempt(kind, id))
      .catch((error: unknown) => {
        this.logger.warn(`${kind} ${id} could not be claimed and stays due: ${String(error)}`);
        return false;
      })
      .then((worked) => {
        this.asked.delete(key);
        if (worked && kind === 'import') this.followLane(id);
      });
    this.asked.set(key, work);
    return work;
  }

  /** Runs the import that waits behind `id` in its lane; should this fail, the reconciler finds it. */
  private followLane(id: string): void {
    nextInLane(this.database, id)
      .then((next) => (next ? this.work('import', next.id) : undefined))
      .catch((error: unknown) =>
        this.logger.warn(`The lane of import ${id} could not be read: ${String(error)}`),
      );
  }

  /** Stops what runs, gives the leases back and tells the other workers, within 8 s; what has not stopped by then is fenced out. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    const stopped = [...this.attempts.keys()];
    for (const controller of this.attempts.values()) stop(controller, 'shutdown');
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => (timer = setTimeout(resolve, SHUTDOWN_MS)));
    await Promise.race([Promise.all(this.asked.values()), limit]);
    clearTimeout(timer);
    await Promise.allSettled([...this.attempts.keys()].map((job) => this.store.handBack(job)));
    await Promise.all(
      stopped.map(({ kind, id, attempt }) => this.hints.send(JOB_TABLES[kind].queue, { id, attempt })),
    );
  }

  /** One claim and one run; false when the job was not to be had. */
  private async attempt(kind: JobKind, id: string): Promise<boolean> {
    if (this.stopping) return false;
    const job = await this.store.claim(kind, id, this.name);
    if (job === null) return false;
    const controller = new AbortController();
    this.attempts.set(job, controller);
    if (this.stopping) stop(controller, 'shutdown');
    await this.run(job, controller);
    this.attempts.delete(job);
    return true;
  }

  private async run(job: ClaimedJob, controller: AbortController): Promise<void> {
    const release = keepLease(
      job,
      { store: this.store, events: this.events, everyMs: this.settings.leaseRenewMs },
      controller,
    );
    try {
      await this.runners.of(job.kind).run(job, controller.signal);
      await this.store.forget(job).catch(() => undefined); // a lease of a final job is swept later
    } catch (error) {
      await endAttempt(this.store, this.logger, job, error);
    } finally {
      release();
    }
  }
}

const stop = (controller: AbortController, reason: StopReason): void => controller.abort(reason);
