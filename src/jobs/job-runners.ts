import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import type { ClaimedJob, JobKind } from './job';

/** Runs the jobs of one kind. A module adds a kind of job by providing its runner. */
export abstract class JobRunner {
  abstract readonly kind: JobKind;
  /** `stop` is aborted with a `StopReason` as its reason; the runner ends at its next step by throwing it. */
  abstract run(job: ClaimedJob, stop: AbortSignal): Promise<void>;
}

/** The kinds of job of the application. */
export abstract class JobKinds {
  abstract readonly all: readonly JobKind[];
}

/** The runner of each kind of job: every provider of the application that is a `JobRunner`. */
@Injectable()
export class JobRunners extends JobKinds implements OnModuleInit {
  private found: readonly JobRunner[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  /** Throws when two runners have the same kind, or when a process that runs jobs has no runner at all. */
  onModuleInit(): void {
    const names = this.all.map(({ name }) => name);
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated !== undefined) throw new Error(`Two modules provide a JobRunner for ${repeated} jobs.`);
    if (names.length === 0 && this.settings.role !== 'api')
      throw new Error('No module provides a JobRunner.');
  }

  get all(): readonly JobKind[] {
    return this.runners.map(({ kind }) => kind);
  }

  /** Throws when no module provides a runner for `kind`. */
  of(kind: JobKind): JobRunner {
    const runner = this.runners.find((candidate) => candidate.kind === kind);
    if (runner === undefined) throw new Error(`No module provides a JobRunner for ${kind.name} jobs.`);
    return runner;
  }

  /** Found at the first use, which is after all providers are constructed. */
  private get runners(): readonly JobRunner[] {
    this.found ??= this.discovery
      .getProviders()
      .map(({ instance }: { instance: unknown }) => instance)
      .filter((instance) => instance instanceof JobRunner);
    return this.found;
  }
}
