import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sql } from '../../database/sql';
import type { FromThread, ToThread } from './thread-messages';
import type { ThreadOrder } from './thread-order';

/**
 * What a thread may hold at most, in MiB. The young generation is large beside the rows of a batch, which live as long as
 * the batch does: they are not copied again and again. A record, a batch and the names of a file fit many times over: a thread that
 * needs more is ended, and its import with it, before the API has no memory left.
 */
const LIMITS = { maxOldGenerationSizeMb: 1_024, maxYoungGenerationSizeMb: 64 };

/** One thread that reads files, seen from the thread that started it. */
export class ReadingThread {
  private readonly worker: Worker;
  private ended = false;

  /** `start` is the file with which the thread begins. */
  constructor(start: string) {
    this.worker = new Worker(start, { name: 'reading', resourceLimits: LIMITS });
    this.worker.once('exit', () => (this.ended = true));
    this.worker.once('error', () => (this.ended = true)); // thrown by `work`, should it be under way
    this.worker.unref(); // an import that waits for it holds the process by its connection
  }

  get alive(): boolean {
    return !this.ended;
  }

  /** Answers what the thread asks, and yields what it tells. Throws what went wrong on either side. */
  async *work(
    order: ThreadOrder,
    source: AsyncIterable<Uint8Array>,
    pool: Sql,
  ): AsyncGenerator<Exclude<FromThread, { kind: 'want_chunk' | 'look_up' }>> {
    const chunks = source[Symbol.asyncIterator]();
    const messages = on(this.worker, 'message', { close: ['exit'] }) as AsyncIterable<[FromThread]>;
    this.tell({ kind: 'read', order });
    for await (const [message] of messages) {
      switch (message.kind) {
        case 'want_chunk': {
          const { value, done } = await chunks.next();
          this.tell({ kind: 'chunk', bytes: done ? null : value });
          break;
        }
        case 'look_up':
          this.tell({ kind: 'rows', rows: await pool.query(message.text, message.params) });
          break;
        default:
          yield message;
          if (message.kind === 'end') return;
      }
    }
    throw new Error('The thread that read the file is gone.');
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private tell(message: ToThread): void {
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
