import { channel } from 'node:diagnostics_channel';
import type { JobKind } from './job';

/** What became of rows that were committed. */
export interface RowMetrics {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** Something that the work tells of itself; who works need not know who listens. */
class Metric<T> {
  private readonly channel;

  constructor(name: string) {
    this.channel = channel(`almagest:${name}`);
  }

  emit(message: T): void {
    this.channel.publish(message);
  }

  /** Calls `listener` until the function answered here is called. */
  subscribe(listener: (message: T) => void): () => void {
    const heard = (message: unknown): void => listener(message as T);
    this.channel.subscribe(heard);
    return () => void this.channel.unsubscribe(heard);
  }
}

/** Figures of the work on jobs in this process, for /metrics. */
export const JOB_METRICS = {
  /** Rows of an import took effect, or were found wrong. */
  rows: new Metric<RowMetrics>('rows'),
  /** Seconds in which a range of rows was judged and applied. */
  batch: new Metric<number>('batch'),
  /** A job was taken over from a worker that was lost or gave it back. */
  takeover: new Metric<JobKind>('takeover'),
};
