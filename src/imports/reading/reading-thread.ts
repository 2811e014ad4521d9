import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sql } from '../../database/sql';
import { ReadingStoppedError } from '../../jobs/job-errors';
import { ProgressWatch } from './progress-watch';
import type { ReadingLimits } from './reading-limits';
import { heapLimitMb } from './thread-memory';
import type { FromThread, ToThread } from './thread-messages';
import type { WorkerRequest } from './worker-request';

/** MiB; large beside the rows of a batch, which live as long as the batch does: they are not copied again and again. */
const YOUNG_MB = 64;

/** One thread that reads files, seen from the thread that started it. */
export class ReadingThread {
  private readonly worker: Worker;
  private ended = false;

  /**
   * `start` is the file with which the thread begins. A record, a batch and the names of a file fit many times into what it
   * may hold: a thread that needs more is ended before the process has no memory left.
   */
  constructor(
    start: string,
    private readonly limits: ReadingLimits,
  ) {
    this.worker = new Worker(start, {
      name: 'reading',
      workerData: { memoryMb: limits.memoryMb },
      resourceLimits: {
        maxOldGenerationSizeMb: heapLimitMb(limits.memoryMb),
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    });
    this.worker.once('exit', () => (this.ended = true));
    this.worker.once('error', () => (this.ended = true)); // thrown by `work`, should it be under way
    this.worker.unref(); // an import that waits for it holds the process by its connection
  }

  get alive(): boolean {
    return !this.ended;
  }

  /**
   * Answers what the thread asks, and yields what it tells. Throws what went wrong on either side; a `ReadingStoppedError`
   * when the file was too much for the thread.
   */
  async *work(
    request: WorkerRequest,
    source: AsyncIterable<Uint8Array>,
    pool: Sql,
  ): AsyncGenerator<Exclude<FromThread, { kind: 'want_chunk' | 'look_up' | 'too_much_memory' }>> {
    const watch = new ProgressWatch(this.limits.timeoutMs, () => void this.worker.terminate());
    const chunks = source[Symbol.asyncIterator]();
    const messages = on(this.worker, 'message', { close: ['exit'] }) as AsyncIterable<[FromThread]>;
    this.post({ kind: 'read', request });
    try {
      watch.resume();
      for await (const [message] of messages) {
        watch.pause();
        if (message.kind !== 'look_up') watch.progress();
        switch (message.kind) {
          case 'want_chunk': {
            const { value, done } = await chunks.next();
            this.post({ kind: 'chunk', bytes: done ? null : value });
            break;
          }
          case 'look_up':
            this.post({ kind: 'rows', rows: await pool.query(message.text, message.params) });
            break;
          case 'too_much_memory':
            throw this.tooMuchMemory();
          default:
            yield message;
            if (message.kind === 'end') return;
        }
        watch.resume();
      }
    } catch (error) {
      throw (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.tooMuchMemory() : error;
    } finally {
      watch.end();
    }
    throw watch.expired ? this.noProgress() : new ReadingStoppedError('The thread that read it ended.');
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private tooMuchMemory(): ReadingStoppedError {
    const limit = this.limits.memoryMb.toLocaleString('en');
    return new ReadingStoppedError(`It takes more memory than the ${limit} MiB that reading may hold.`);
  }

  private noProgress(): ReadingStoppedError {
    const seconds = Math.ceil(this.limits.timeoutMs / 1_000);
    return new ReadingStoppedError(
      `It came no further for ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    );
  }

  private post(message: ToThread): void {
    const moved = message.kind === 'chunk' && message.bytes !== null ? ownBuffer(message.bytes) : null;
    if (moved === null) this.worker.postMessage(message);
    else this.worker.postMessage({ kind: 'chunk', bytes: moved }, [moved.buffer]);
  }
}

/** The bytes in a buffer of their own, which can be moved: a stream may cut small ones from a buffer it shares. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return whole ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
