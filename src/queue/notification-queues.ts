import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Queue } from 'bull';
import type { JobNotification, QueueName } from './job-notification';
import { within } from './within';

const PING_MS = 1_000;
const SEND_MS = 250;
const CLOSE_MS = 2_000;

/** Sends and receives hints through Bull. Every call is bounded, for with a dead Redis none of Bull's own settles. */
@Injectable()
export class NotificationQueues implements OnModuleDestroy {
  private readonly logger = new Logger('Queue');
  private readonly queues: Record<QueueName, Queue<JobNotification>>;
  private stopping = false;

  constructor(
    @InjectQueue('imports') imports: Queue<JobNotification>,
    @InjectQueue('exports') exports: Queue<JobNotification>,
  ) {
    this.queues = { imports, exports };
    for (const queue of [imports, exports]) {
      this.logChangesOfState(queue);
      closeInTime(queue);
      goUnnamed(queue);
    }
  }

  /** Sends a hint within 250 ms; false when Redis did not take it. Never rejects. */
  async send(name: QueueName, notification: JobNotification): Promise<boolean> {
    const queue = this.queues[name];
    if (queue.client.status !== 'ready') return false; // an offline client would keep the hint in memory for ever
    try {
      await within(SEND_MS, queue.add(notification, { jobId: `${notification.id}:${notification.attempt}` }));
      return true;
    } catch {
      return false;
    }
  }

  /** Calls `handle` for every hint, at most `concurrency` at once; a hint counts as running until `handle` settles. */
  receive(
    name: QueueName,
    concurrency: number,
    handle: (notification: JobNotification) => Promise<void>,
  ): void {
    this.queues[name]
      .process(concurrency, ({ data }) => handle(data))
      .catch((error: unknown) => {
        if (!this.stopping) this.logger.error(`Queue ${name} stopped receiving: ${String(error)}`);
      });
  }

  /** At shutdown first of all: a process that stops must not take hints which it would not follow. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true; // Bull then rejects what still waits for a connection
    const pauses = Object.values(this.queues).map((queue) => within(PING_MS, queue.pause(true, true)));
    await Promise.allSettled(pauses);
  }

  /** Hints that wait, by queue; nothing of a queue that does not answer within 1 s. */
  async depths(): Promise<Partial<Record<QueueName, number>>> {
    const asked = Object.entries(this.queues).map(async ([name, queue]) => [
      name,
      await within(PING_MS, queue.getWaitingCount()),
    ]);
    const answers = await Promise.allSettled(asked);
    return Object.fromEntries(answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
  }

  /** Resolves when Redis answers within 1 s. */
  async ping(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => within(PING_MS, queue.client.ping())));
  }

  /** ioredis reports every failed retry; one line a change of state is enough. */
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
 * A pause that is still under way connects once more after Bull has stopped listening for errors: nobody else would.
 */
function closeInTime(queue: Queue<JobNotification>): void {
  const close = queue.close.bind(queue);
  queue.close = async () => {
    await within(CLOSE_MS, close(true)).catch(() => undefined); // what Redis did not answer is dropped below
    for (const client of queue.clients) {
      client.on('error', () => undefined);
      client.disconnect();
    }
  };
}

/** Bull names its connection without handling a refusal, and a connection that closes before the answer would end the process. */
function goUnnamed(queue: Queue<JobNotification>): void {
  Object.assign(queue, { setWorkerName: () => Promise.resolve() });
}
