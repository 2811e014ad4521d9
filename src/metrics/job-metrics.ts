import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Database } from '../database/database';
import { JOB_METRICS } from '../jobs/job-metrics';
import { JOB_KINDS } from '../jobs/job-tables';
import { NotificationQueues } from '../queue/notification-queues';
import { countJobs, type JobCounts } from './count-jobs';
import { MetricsService } from './metrics.service';

/** Seconds; from a few hundred rows to a range of BATCH_ROWS on a busy machine. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const OUTCOMES = ['created', 'updated', 'unchanged', 'failed'] as const;
/** A scrape after so long counts anew. */
const FRESH_MS = 5_000;
const ANSWER_MS = 2_000;

/** Figures of the jobs: how many there are is asked of the database, what this process does it counts itself. */
@Injectable()
export class JobMetrics implements OnModuleInit, OnModuleDestroy {
  private readonly rows: Counter<'outcome'>;
  private readonly batchSeconds: Histogram;
  private readonly takeovers: Counter<'kind'>;
  private readonly silence: (() => void)[] = [];
  private counted: { at: number; counts: Promise<JobCounts> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationQueues,
    { registry }: MetricsService,
  ) {
    const registers = [registry];
    this.rows = new Counter({
      name: 'almagest_import_rows_total',
      help: 'Rows of imports that took effect or were found wrong, in this process.',
      labelNames: ['outcome'],
      registers,
    });
    this.batchSeconds = new Histogram({
      name: 'almagest_import_batch_seconds',
      help: 'Seconds in which a range of rows was judged and applied.',
      buckets: BUCKETS,
      registers,
    });
    this.takeovers = new Counter({
      name: 'almagest_lease_takeovers_total',
      help: 'Jobs that this process took over from a worker that was lost or gave them back.',
      labelNames: ['kind'],
      registers,
    });
    // A series that begins at 0 shows its first increase.
    for (const kind of JOB_KINDS) this.takeovers.inc({ kind }, 0);
    for (const outcome of OUTCOMES) this.rows.inc({ outcome }, 0);
    this.addGauges(registers);
  }

  onModuleInit(): void {
    this.silence.push(
      JOB_METRICS.batch.subscribe((seconds) => this.batchSeconds.observe(seconds)),
      JOB_METRICS.takeover.subscribe((kind) => this.takeovers.inc({ kind })),
      JOB_METRICS.rows.subscribe((metrics) => {
        for (const [outcome, rows] of Object.entries(metrics)) this.rows.inc({ outcome }, rows);
      }),
    );
  }

  onModuleDestroy(): void {
    for (const stop of this.silence) stop();
  }

  /** Each is asked for at a scrape; one that cannot be had is left out, and never keeps the others. */
  private addGauges(registers: MetricsService['registry'][]): void {
    const counts = (): Promise<JobCounts> => this.count();
    const { notifications } = this;
    new Gauge({
      name: 'almagest_jobs',
      help: 'Jobs of all workspaces by their state; every process answers the same.',
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
      help: 'Hints that wait in Redis.',
      labelNames: ['queue'],
      registers,
      async collect() {
        this.reset();
        for (const [queue, depth] of Object.entries(await notifications.depths())) this.set({ queue }, depth);
      },
    });
  }

  /** Two gauges of one scrape share a count, and so do scrapes that follow one another at once. */
  private count(): Promise<JobCounts> {
    const now = performance.now();
    if (this.counted === undefined || now - this.counted.at > FRESH_MS) {
      this.counted = { at: now, counts: countJobs(this.database.leases.everywhere, ANSWER_MS) };
    }
    return this.counted.counts;
  }
}
