import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { nextLeaseEnd } from './due';
import { JobStore } from './job-store';
import { JobKinds } from './job-runners';
import { JobWorker } from './job-worker';
import { Sweeper } from './sweeper';

const SWEEP_MS = 300_000;

/**
 * Starts jobs whose notification was lost: every worker looks for due jobs by itself, so that a job ends although Redis
 * lost its notification or was down, or its worker died. A round comes early when a lease is about to end.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Reconciler');
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private sweptAt = -Infinity;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly store: JobStore,
    private readonly worker: JobWorker,
    private readonly sweeper: Sweeper,
    private readonly kinds: JobKinds,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.role !== 'api') this.schedule(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** One round: starts as many due jobs as this process can run. It does not use Bull, which may be the broken part. */
  async reconcile(): Promise<void> {
    for (const kind of this.kinds.all) {
      const free = this.worker.free(kind);
      const due = free > 0 ? await this.store.due(kind, free) : [];
      for (const id of due) void this.worker.work(kind, id);
    }
  }

  private schedule(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.nextRound();
    }, ms);
  }

  private async nextRound(): Promise<void> {
    let wait = this.settings.reconcileMs;
    try {
      await this.reconcile();
      await this.sweepIfDue();
      const leaseEnd = await nextLeaseEnd(this.database.leases.everywhere, this.kinds.all);
      wait = Math.min(wait, (leaseEnd ?? wait) + 20);
    } catch (error) {
      this.logger.warn({ err: error }, 'a round failed and is tried again');
    }
    this.schedule(wait);
  }

  private async sweepIfDue(): Promise<void> {
    const now = performance.now();
    if (now - this.sweptAt < SWEEP_MS) return;
    this.sweptAt = now;
    await this.sweeper.sweep();
  }
}
