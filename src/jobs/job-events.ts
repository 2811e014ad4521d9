import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Client } from 'pg';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import type { JobKind } from './job';

const CHANNEL = 'almagest_jobs';
const RECONNECT_MS = 1_000;

/** Called with the new status; with null when notices may have been missed and the job should be read again. */
type Listener = (status: string | null) => void;

/** Tells who listens that a job changed, from whatever process: one connection that LISTENs to what the triggers NOTIFY. */
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

  /** Calls `listener` at each change of the job until the function returned here is called. */
  subscribe(kind: JobKind, id: string, listener: Listener): () => void {
    const key = `${kind}:${id}`;
    const ofJob = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, ofJob.add(listener));
    return () => {
      ofJob.delete(listener);
      if (ofJob.size === 0 && this.listeners.get(key) === ofJob) this.listeners.delete(key);
    };
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.settings.databaseUrl,
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
