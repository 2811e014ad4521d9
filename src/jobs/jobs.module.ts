import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AuthModule } from '../auth/auth.module';
import { IdempotencyModule } from '../http/idempotency/idempotency.module';
import { QueueModule } from '../queue/queue.module';
import { JobEventStreams } from './job-event-streams';
import { JobEvents } from './job-events';
import { JobDispatcher } from './job-notifications';
import { JobQuota } from './job-quota';
import { JobCancellation } from './job-requests';
import { JobKinds, JobRunners } from './job-runners';
import { JobStore } from './job-store';
import { JobWorker } from './job-worker';
import { Reconciler } from './reconciler';
import { Sweeper } from './sweeper';

const kinds = { provide: JobKinds, useExisting: JobRunners };
const shared = [JobStore, JobEvents, JobEventStreams, JobWorker, JobDispatcher, JobCancellation, JobQuota];

/** What all kinds of job share: claims and leases, running and recovery, events, cancelling, retention. */
@Module({
  imports: [AuthModule, DiscoveryModule, IdempotencyModule, QueueModule],
  providers: [...shared, kinds, JobRunners, Reconciler, Sweeper],
  exports: [...shared, kinds],
})
export class JobsModule {}
