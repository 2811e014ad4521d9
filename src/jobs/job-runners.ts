import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { JobRunner, type JobKind } from './job';
import { JOB_KINDS } from './job-tables';

/** The runner of each kind of job: every provider of the application that is a `JobRunner`. */
@Injectable()
export class JobRunners implements OnModuleInit {
  private readonly runners = new Map<JobKind, JobRunner>();

  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A process that works refuses to start without a runner for every kind. */
  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (instance instanceof JobRunner) this.runners.set(instance.kind, instance);
    }
    if (this.settings.role !== 'api') JOB_KINDS.forEach((kind) => this.of(kind));
  }

  /** Throws when no module provides a runner for `kind`. */
  of(kind: JobKind): JobRunner {
    const runner = this.runners.get(kind);
    if (runner === undefined) throw new Error(`No module provides a JobRunner for ${kind} jobs.`);
    return runner;
  }
}
