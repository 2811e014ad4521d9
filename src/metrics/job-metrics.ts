import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Database } from '../database/database';
import { JOB_METRICS } from '../jobs/job-metrics';
import { JobKinds } from '../jobs/job-runners';
import { NotificationQueues } from '../queue/notification-queues';
import { countJobs, type JobCounts } from './count-jobs';
import { MetricsService } from './metrics.service';

/** Seconds; from a few hundred rows to a range of BATCH_ROWS on a busy machine. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const OUTCOMES = ['created', 'updated', 'unchanged', 'failed'] as const;
/** Scrapes within so many milliseconds share a count. */
const SHARED_MS = 5_000;
const COUNT_TIMEOUT_MS = 2_000;

/** Metrics of jobs: their number is queried from the database, the work of this process is counted here. */
@Injectable()
export class JobMetrics implements OnModuleInit, OnModuleDestroy {
  private readonly rows: Counter<'outcome'>;
  private readonly batchSeconds: Histogram;
  private readonly takeovers: Counter<'kind'>;
  private readonly unsubscribes: (() => void)[] = [];
  private counted: { at: number; counts: Promise<JobCounts> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationQueues,
    private readonly kinds: JobKinds,
    { registry }: MetricsService,
  ) {
    const registers = [registry];
    this.rows = new Counter({
      name: 'almagest_import_rows_total',
      help: 'Rows of imports that took effect or had errors, in this process.',
      labelNames: ['outcome'],
      registers,
    });
    this.batchSeconds = new Histogram({
      name: 'almagest_import_batch_seconds',
      help: 'Seconds in which a range of rows was classified and applied.',
      buckets: BUCKETS,
      registers,
    });
    this.takeovers = new Counter({
      name: 'almagest_lease_takeovers_total',
      help: 'Jobs that this process took over from a worker that was lost or gave them back.',
      labelNames: ['kind'],
      registers,
    });
    for (const outcome of OUTCOMES) this.rows.inc({ outcome }, 0); // a series that starts at 0 shows its first increase
    this.addGauges(registers);
  }

  onModuleInit(): void {
    for (const { name } of this.kinds.all) this.takeovers.inc({ kind: name }, 0);
    this.unsubscribes.push(
      JOB_METRICS.batch.subscribe((seconds) => this.batchSeconds.observe(seconds)),
      JOB_METRICS.takeover.subscribe((kind) => this.takeovers.inc({ kind })),
      JOB_METRICS.rows.subscribe((metrics) => {
        for (const [outcome, rows] of Object.entries<number>({ ...metrics }))
          this.rows.inc({ outcome }, rows);
      }),
    );
  }

  onModuleDestroy(): void {
    for (const unsubscribe of this.unsubscribes) unsubscribe();
  }

  /** Each is read at a scrape; one that cannot be read is left out and does not delay the others. */
  private addGauges(registers: MetricsService['registry'][]): void {
    const counts = (): Promise<JobCounts> => this.count();
    const { notifications } = this;
    new Gauge({
      name: 'almagest_jobs',
      help: 'Jobs of all workspaces by their state; every process reports the same.',
      labelNames: ['kind', 'status'],
      registers,
      async collect() {
        this.reset();
        for (const { kind, status, jobs } of (await counts()).jobs) this.set({ kind, status }, jobs);
      },
    });
    new Gauge({
      name: 'almagest_oldest_queued_job_seconds',
      help: 'Age of the job that has been queued for the longest; 0 when none is.',
      labelNames: ['kind'],
      registers,
      async collect() {
        this.reset();
        for (const { kind, seconds } of (await counts()).oldest) this.set({ kind }, seconds);
      },
    });
    new Gauge({
      name: 'almagest_queue_depth',
      help: 'Notifications that wait in Redis.',
      labelNames: ['queue'],
      registers,
      async collect() {
        this.reset();
        for (const [queue, depth] of Object.entries(await notifications.depths())) this.set({ queue }, depth);
      },
    });
  }

  /** The two gauges of a scrape share a count, and so do scrapes shortly after one another. */
  private count(): Promise<JobCounts> {
    const now = performance.now();
    if (this.counted === undefined || now - this.counted.at > SHARED_MS) {
      this.counted = {
        at: now,
        counts: countJobs(this.database.leases.everywhere, this.kinds.all, COUNT_TIMEOUT_MS),
      };
    }
    return this.counted.counts;
  }
}
