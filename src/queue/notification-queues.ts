import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Queue } from 'bull';
import { within } from '../redis/within';

/** What Bull carries: ids only. `attempt` is that of the job row when it was sent; with it the notification is unique. */
export interface JobNotification {
  id: string;
  attempt: number;
}

/** The Bull queues, one for each kind of job. */
export const QUEUE_NAMES = ['imports', 'exports'] as const;

const PING_MS = 1_000;
const SEND_MS = 250;
const CLOSE_MS = 2_000;

/** Sends and receives notifications through Bull. Every call has a time limit: with a dead Redis Bull's own never settle. */
@Injectable()
export class NotificationQueues implements OnModuleDestroy {
  private readonly logger = new Logger('Queue');
  private readonly queues: ReadonlyMap<string, Queue<JobNotification>>;
  private stopping = false;

  constructor(queues: readonly Queue<JobNotification>[]) {
    this.queues = new Map(queues.map((queue) => [queue.name, queue]));
    for (const queue of queues) {
      this.logChangesOfState(queue);
      limitClosing(queue);
      leaveUnnamed(queue);
    }
  }

  /** Sends a notification within 250 ms; false when Redis did not take it. Rejects only for an unknown queue. */
  async send(name: string, notification: JobNotification): Promise<boolean> {
    const queue = this.queue(name);
    if (queue.client.status !== 'ready') return false; // an offline client would keep the notification in memory for ever
    try {
      await within(SEND_MS, queue.add(notification, { jobId: `${notification.id}:${notification.attempt}` }));
      return true;
    } catch {
      return false;
    }
  }

  /** Calls `handle` for every notification, at most `concurrency` at once, each counted until `handle` settles. */
  receive(name: string, concurrency: number, handle: (notification: JobNotification) => Promise<void>): void {
    this.queue(name)
      .process(concurrency, ({ data }) => handle(data))
      .catch((error: unknown) => {
        if (!this.stopping) this.logger.error(`Queue ${name} stopped receiving: ${String(error)}`);
      });
  }

  /** At shutdown first of all: a process that stops must not take notifications that it would not follow. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true; // Bull then rejects what still waits for a connection
    const pauses = [...this.queues.values()].map((queue) => within(PING_MS, queue.pause(true, true)));
    await Promise.allSettled(pauses);
  }

  /** Waiting notifications by queue, without a queue that does not answer within 1 s. */
  async depths(): Promise<Record<string, number>> {
    const counts = [...this.queues].map(async ([name, queue]): Promise<[string, number]> => [
      name,
      await within(PING_MS, queue.getWaitingCount()),
    ]);
    const settled = await Promise.allSettled(counts);
    return Object.fromEntries(settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
  }

  /** Resolves when Redis responds within 1 s. */
  async ping(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => within(PING_MS, queue.client.ping())));
  }

  private queue(name: string): Queue<JobNotification> {
    const queue = this.queues.get(name);
    if (queue === undefined) throw new Error(`There is no queue ${name}.`);
    return queue;
  }

  /** ioredis reports every failed retry; one line for each change of state is enough. */
  private logChangesOfState(queue: Queue<JobNotification>): void {
    let up = true;
    queue.on('error', (error: Error) => {
      if (up)
        this.logger.warn(
          `Redis is lost for ${queue.name} (${error.message}); due jobs go straight to workers.`,
        );
      up = false;
    });
    queue.client.on('ready', () => {
      if (!up) this.logger.log(`Redis is back for ${queue.name}.`);
      up = true;
    });
  }
}

/**
 * Nest closes the queues at shutdown, and Bull's close waits for a Redis that may be gone and for jobs we already ended.
 * A pending pause connects once more after Bull has removed its error listeners, so one is added here.
 */
function limitClosing(queue: Queue<JobNotification>): void {
  const close = queue.close.bind(queue);
  queue.close = async () => {
    await within(CLOSE_MS, close(true)).catch(() => undefined); // without an answer of Redis the connections are closed below
    for (const client of queue.clients) {
      client.on('error', () => undefined);
      client.disconnect();
    }
  };
}

/** Bull names its connection without handling a refusal, and a connection that closes before the answer would end the process. */
function leaveUnnamed(queue: Queue<JobNotification>): void {
  Object.assign(queue, { setWorkerName: () => Promise.resolve() });
}
