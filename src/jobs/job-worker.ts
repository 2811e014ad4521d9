import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { failpoint } from '../config/failpoint';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { inWorkspace } from '../database/work-context';
import { NotificationQueues } from '../queue/notification-queues';
import { endAttempt, keepLease } from './attempt';
import { jobLogFields, type ClaimedJob, type JobKind, type StopReason } from './job';
import { JobEvents } from './job-events';
import { JobRunners } from './job-runners';
import { JobStore } from './job-store';
import { Semaphore } from './semaphore';

const SHUTDOWN_MS = 8_000;

/** Runs jobs in this process: claims the one whose turn it is, runs it under a lease, and then looks for the next one. */
@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('JobWorker');
  private readonly name = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  private readonly semaphores = new Map<JobKind, Semaphore>();
  private readonly asked = new Map<string, Promise<void>>();
  private readonly attempts = new Map<ClaimedJob, AbortController>();
  private stopping = false;

  constructor(
    private readonly store: JobStore,
    private readonly runners: JobRunners,
    private readonly events: JobEvents,
    private readonly notifications: NotificationQueues,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** How many more jobs of this kind this process could run now. */
  free(kind: JobKind): number {
    return this.stopping ? 0 : this.semaphore(kind).free;
  }

  /**
   * Claims and runs the job as soon as this process may run one more of its kind; resolves when this process has nothing
   * more to do with it. Never rejects. Asking again for a job that runs or waits here does nothing.
   */
  work(kind: JobKind, id: string): Promise<void> {
    const key = `${kind.name}:${id}`;
    if (this.stopping || this.asked.has(key)) return Promise.resolve();
    const work = this.semaphore(kind)
      .run(() => this.takeTurn(kind, id))
      .catch((error: unknown) => {
        this.logger.warn({ jobId: id, kind: kind.name, err: error }, 'could not be claimed and stays due');
        return null;
      })
      .then((worked) => {
        this.asked.delete(key);
        if (worked === id) this.follow(kind);
        return worked === null || worked === id ? undefined : this.work(kind, id); // it was another one's turn before
      });
    this.asked.set(key, work);
    return work;
  }

  /**
   * Runs one job: the one whose turn it is among all workspaces, for notifications come in the order of queueing and one
   * workspace could occupy the whole process. Returns its id; null when none could be claimed.
   */
  private async takeTurn(kind: JobKind, id: string): Promise<string | null> {
    if (this.stopping) return null;
    const fairest = await this.store.fairest(kind, id);
    if (fairest !== null && fairest !== id && (await this.attempt(kind, fairest))) return fairest;
    return (await this.attempt(kind, id)) ? id : null;
  }

  /** The end of a job may let another one run, of its serialization key or its workspace; if this fails, the reconciler finds it. */
  private follow(kind: JobKind): void {
    if (this.free(kind) === 0) return; // a waiting `work` takes the turn
    this.store
      .fairest(kind)
      .then((next) => (next === null ? undefined : this.work(kind, next)))
      .catch((error: unknown) =>
        this.logger.warn({ kind: kind.name, err: error }, 'the next job could not be read'),
      );
  }

  /** Stops all attempts, gives the leases back and notifies the other workers, within 8 s; later writes are fenced out. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    const stopped = [...this.attempts.keys()];
    for (const controller of this.attempts.values()) stop(controller, 'shutdown');
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => (timer = setTimeout(resolve, SHUTDOWN_MS)));
    await Promise.race([Promise.all(this.asked.values()), limit]);
    clearTimeout(timer);
    await Promise.allSettled([...this.attempts.keys()].map((job) => this.store.handBack(job)));
    failpoint('job.given_back');
    await Promise.all(
      stopped.map(({ kind, id, attempt }) => this.notifications.send(kind.queue, { id, attempt })),
    );
  }

  private semaphore(kind: JobKind): Semaphore {
    const present = this.semaphores.get(kind) ?? new Semaphore(this.settings.workerConcurrency);
    this.semaphores.set(kind, present);
    return present;
  }

  /** One claim and one run; false when the job could not be claimed. */
  private async attempt(kind: JobKind, id: string): Promise<boolean> {
    if (this.stopping) return false;
    const job = await this.store.claim(kind, id, this.name);
    if (job === null) return false;
    failpoint('job.claimed');
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
    const start = performance.now();
    this.logger.log(jobLogFields(job), 'attempt started');
    try {
      await inWorkspace(job.workspaceId, () => this.runners.of(job.kind).run(job, controller.signal));
      failpoint('job.ended');
      await this.store.forget(job).catch(() => undefined); // a lease of a final job is swept later
      this.logger.log({ ...jobLogFields(job), ms: Math.round(performance.now() - start) }, 'attempt ended');
    } catch (error) {
      await endAttempt(this.store, this.logger, job, error);
    } finally {
      release();
    }
  }
}

const stop = (controller: AbortController, reason: StopReason): void => controller.abort(reason);
