import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Client } from 'pg';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { createClient } from '../database/connect-database';
import { writeJson } from '../formats/json/write-json';
import { isFinal, type JobKind, type JobStatus } from './job';

const CHANNEL = 'almagest_jobs';
const RECONNECT_MS = 1_000;
/** Should a notification ever be missed, the job is read again after so many milliseconds. */
const READ_AGAIN_MS = 3_000;

/** Called with the new status; with null when notifications may have been missed and the job should be read again. */
type Listener = (status: string | null) => void;

/** Reports changes of jobs made by any process: one connection LISTENs to the channel that the triggers NOTIFY. */
@Injectable()
export class JobEvents implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('JobEvents');
  private readonly listeners = new Map<string, Set<Listener>>();
  private client: Client | null = null;
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  async onModuleInit(): Promise<void> {
    await this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined); // it may be lost already
  }

  /** Calls `listener` at each change of the job until the returned function is called. */
  subscribe(kind: JobKind, id: string, listener: Listener): () => void {
    const key = `${kind.name}:${id}`;
    const ofJob = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, ofJob.add(listener));
    return () => {
      ofJob.delete(listener);
      if (ofJob.size === 0 && this.listeners.get(key) === ofJob) this.listeners.delete(key);
    };
  }

  private async connect(): Promise<void> {
    const client = createClient(this.settings.databaseUrl, {
      application_name: 'almagest:events',
      keepAlive: true,
    });
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    client.on('notification', ({ payload = '' }) => this.publish(payload));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      for (const ofJob of this.listeners.values()) ofJob.forEach((listener) => listener(null));
    } catch {
      this.reconnect(client);
    }
  }

  /** Once for each lost connection, although `error` and `end` may both report it. */
  private reconnect(lost: Client): void {
    if (this.stopped || this.client !== lost) return;
    this.client = null;
    this.logger.warn('The connection that listens for changes of jobs is lost; trying again every second.');
    lost.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.connect(), RECONNECT_MS);
  }

  private publish(payload: string): void {
    const [kind, id, status = null] = payload.split(':');
    this.listeners.get(`${kind}:${id}`)?.forEach((listener) => listener(status));
  }
}

/** Reads a job as clients see it. */
export type ReadJob = () => Promise<{ id: string; status: JobStatus }>;

/** A job at one moment, as JSON. */
export interface JobState {
  readonly json: string;
  readonly final: boolean;
}

/** Receives the states of a job. */
export interface JobObserver {
  /** Called with each new state, from the first on. */
  send(state: JobState): void;
  /** Called when the job can no longer be read. */
  end(): void;
}

/** Reads a job once after each change, for all its observers in this process. */
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
    /** Called when there are no observers any more, or the job is final or cannot be read. */
    private readonly onEnd: () => void,
  ) {
    this.unsubscribe = events.subscribe(kind, id, () => this.markChanged()); // before the first read: nothing is missed
  }

  /** Sends the present state and each later one to `observer`. */
  add(observer: JobObserver): void {
    this.observers.add(observer);
    if (this.state !== null) observer.send(this.state);
  }

  /** Sends nothing more to `observer`; the watch ends with its last observer. */
  remove(observer: JobObserver): void {
    if (!this.observers.delete(observer) || this.observers.size > 0) return;
    this.onEnd();
    this.wake();
  }

  /** Runs until the job is final or has no observer. When the job cannot be read, it ends its observers and rejects. */
  async run(): Promise<void> {
    try {
      while (this.observers.size > 0) {
        const job = await this.read();
        this.publish({ json: writeJson(job), final: isFinal(job.status) });
        if (isFinal(job.status)) break;
        await this.nextChange();
      }
    } catch (error) {
      for (const observer of this.observers) observer.end(); // the next request of the client gets the error
      throw error;
    } finally {
      this.unsubscribe();
      this.onEnd();
    }
  }

  private publish(state: JobState): void {
    if (state.json === this.state?.json) return;
    this.state = state;
    for (const observer of this.observers) observer.send(state);
  }

  private markChanged(): void {
    this.changed = true;
    this.wake();
  }

  private async nextChange(): Promise<void> {
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
