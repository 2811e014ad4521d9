import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SETTINGS } from '../../config/config.module';
import type { Sql } from '../../database/sql';
import type { FileReading } from './reading-context';
import type { PreparedBatch } from './prepared-batch';
import { readingLimits, type ReadingLimits, type ReadingSettings, ReadingThread } from './reading-thread';
import type { WorkerRequest } from './reading-protocol';

/** A thread that is idle for so long is ended, to free its memory. */
const IDLE_MS = 60_000;

/** The threads that read files: one for each import that is being read, started when there is none to be had. */
@Injectable()
export class ReadingThreads implements OnApplicationShutdown {
  private readonly idle = new Map<ReadingThread, NodeJS.Timeout>();
  /** Where a thread starts; tests run it from its source. */
  protected readonly start: string = require.resolve('./reading.worker');
  private readonly limits: ReadingLimits;

  constructor(@Inject(SETTINGS) settings: ReadingSettings) {
    this.limits = readingLimits(settings);
  }

  /**
   * Reads `source` in a thread; `pool` runs its look-ups, and `reading` is updated. The batches are made only
   * as far ahead as they are asked for, save for the bytes that the thread has already.
   */
  async *read(
    order: WorkerRequest,
    source: AsyncIterable<Uint8Array>,
    pool: Sql,
    reading: FileReading,
  ): AsyncGenerator<PreparedBatch> {
    const thread = this.take();
    let ended = false;
    try {
      for await (const message of thread.work(order, source, pool)) {
        if (message.kind === 'end') {
          Object.assign(reading, message.reading);
          ended = true;
        } else {
          reading.lastRow = message.batch.lastRow;
          yield message.batch;
        }
      }
    } finally {
      // One that was not heard to the end may be anywhere in its file: it is no use to another.
      if (ended) this.keep(thread);
      else await thread.end();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const threads = [...this.idle.keys()];
    for (const timer of this.idle.values()) clearTimeout(timer);
    this.idle.clear();
    await Promise.all(threads.map((thread) => thread.end()));
  }

  private take(): ReadingThread {
    for (const [thread, timer] of this.idle) {
      clearTimeout(timer);
      this.idle.delete(thread);
      if (thread.alive) return thread;
    }
    return new ReadingThread(this.start, this.limits);
  }

  private keep(thread: ReadingThread): void {
    const end = (): void => {
      this.idle.delete(thread);
      void thread.end();
    };
    this.idle.set(thread, setTimeout(end, IDLE_MS).unref());
  }
}
