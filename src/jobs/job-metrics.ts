import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Outcomes of committed rows. */
export interface RowMetrics {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** A measurement that jobs emit without knowing its subscribers. */
class Metric<T> {
  private readonly channel;

  constructor(name: string) {
    this.channel = channel(`almagest:${name}`);
  }

  emit(message: T): void {
    this.channel.publish(message);
  }

  /** Calls `listener` until the returned function is called. */
  subscribe(listener: (message: T) => void): () => void {
    const onMessage = (message: unknown): void => listener(message as T);
    subscribe(this.channel.name, onMessage);
    return () => void unsubscribe(this.channel.name, onMessage);
  }
}

/** Metrics of the jobs in this process, for /metrics. */
export const JOB_METRICS = {
  /** Rows of an import took effect, or had errors. */
  rows: new Metric<RowMetrics>('rows'),
  /** Seconds in which a range of rows was classified and applied. */
  batch: new Metric<number>('batch'),
  /** A job was taken over, given by the name of its kind, from a worker that was lost or gave it back. */
  takeover: new Metric<string>('takeover'),
};
