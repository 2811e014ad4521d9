import { writeJson } from '../formats/json/write-json';
import type { JobKind, JobStatus } from './job';
import type { JobEvents } from './job-events';
import { isFinal } from './job-transitions';

/** Should a notice ever be missed, the job is read again after so many milliseconds. */
const READ_AGAIN_MS = 3_000;

/** Reads a job as clients see it. */
export type ReadJob = () => Promise<{ id: string; status: JobStatus }>;

/** A job at one moment, as JSON. */
export interface JobState {
  readonly json: string;
  readonly final: boolean;
}

/** Who is told of the states of a job. */
export interface JobObserver {
  /** Called with each new state, from the first on. */
  send(state: JobState): void;
  /** Called when the job can no longer be read. */
  end(): void;
}

/** Reads a job once after each change, for all who observe it in this process. */
export class JobWatch {
  private readonly observers = new Set<JobObserver>();
  private readonly unsubscribe: () => void;
  private state: JobState | null = null;
  private changed = false;
  private wake: () => void = () => undefined;

  constructor(
    events: JobEvents,
    kind: JobKind,
    id: string,
    private readonly read: ReadJob,
    /** Called when nobody observes any more, or there is nothing more to tell. */
    private readonly over: () => void,
  ) {
    this.unsubscribe = events.subscribe(kind, id, () => this.note()); // before the first read: nothing is missed
  }

  /** Tells `observer` of the present state and of each one to come. */
  add(observer: JobObserver): void {
    this.observers.add(observer);
    if (this.state !== null) observer.send(this.state);
  }

  /** Tells `observer` no more; the watch is over when it was the last one. */
  remove(observer: JobObserver): void {
    if (!this.observers.delete(observer) || this.observers.size > 0) return;
    this.over();
    this.wake();
  }

  /** Runs until the job is final or nobody observes it. Rejects when it cannot be read, and ends what its observers have. */
  async run(): Promise<void> {
    try {
      while (this.observers.size > 0) {
        const job = await this.read();
        this.publish({ json: writeJson(job), final: isFinal(job.status) });
        if (isFinal(job.status)) break;
        await this.next();
      }
    } catch (error) {
      for (const observer of this.observers) observer.end(); // a client that asks again is told why
      throw error;
    } finally {
      this.unsubscribe();
      this.over();
    }
  }

  private publish(state: JobState): void {
    if (state.json === this.state?.json) return;
    this.state = state;
    for (const observer of this.observers) observer.send(state);
  }

  private note(): void {
    this.changed = true;
    this.wake();
  }

  private async next(): Promise<void> {
    if (!this.changed && this.observers.size > 0) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, READ_AGAIN_MS);
      });
      clearTimeout(timer);
    }
    this.changed = false;
  }
}
