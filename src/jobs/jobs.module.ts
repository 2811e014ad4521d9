import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { JobCancellation } from './job-cancellation';
import { JobDispatcher } from './job-dispatcher';
import { JobEventStreams } from './job-event-streams';
import { JobEvents } from './job-events';
import { JobQuota } from './job-quota';
import { JobRunners } from './job-runners';
import { JobStore } from './job-store';
import { JobWorker } from './job-worker';
import { Reconciler } from './reconciler';
import { Sweeper } from './sweeper';

const shared = [JobStore, JobEvents, JobEventStreams, JobWorker, JobDispatcher, JobCancellation, JobQuota];

/** What imports and exports share: claims and leases, running and recovery, events, cancelling, retention. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [...shared, JobRunners, Reconciler, Sweeper],
  exports: shared,
})
export class JobsModule {}
