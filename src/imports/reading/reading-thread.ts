import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Sql } from '../../database/sql';
import { FileError } from '../../formats/format';
import { ReadingStoppedError } from '../../jobs/job-errors';
import type { FromThread, ToThread, WorkerRequest } from './reading-protocol';
import { totalmem } from 'node:os';
import type { Settings } from '../../config/settings';

/**
 * V8 ends a thread at this multiple of its memory limit. V8 would end the whole process when a table has to grow past its
 * limit, so the thread checks itself between two batches, far below this. Close to it, V8 collects garbage first.
 */
const V8_LIMIT = 2;

/** MiB; large beside the rows of a batch, which live as long as the batch does: they are not copied again and again. */
const YOUNG_MB = 64;

/** The host's side of one thread that reads files. */
export class ReadingThread {
  private readonly worker: Worker;
  private ended = false;

  /**
   * `start` is the file with which the thread begins. A record, a batch and the names of a file fit many times into what it
   * may use: a thread that needs more is ended before the process runs out of memory.
   */
  constructor(
    start: string,
    private readonly limits: ReadingLimits,
  ) {
    this.worker = new Worker(start, {
      name: 'reading',
      workerData: { memoryMb: limits.memoryMb },
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMb * V8_LIMIT,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    });
    this.worker.once('exit', () => (this.ended = true));
    this.worker.once('error', () => (this.ended = true)); // thrown by `work`, should it be under way
    this.worker.unref(); // an import that waits for it keeps the process alive by its connection
  }

  get alive(): boolean {
    return !this.ended;
  }

  /**
   * Responds to the requests of the worker and yields its other messages. Throws the errors of both sides, and a
   * `ReadingStoppedError` when the file needs too much memory or time.
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
          case 'want_chunk':
            this.post(await nextChunk(chunks));
            break;
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

/** The next bytes of the file, or the error of the file that is in their place. */
async function nextChunk(chunks: AsyncIterator<Uint8Array>): Promise<ToThread> {
  try {
    const chunk = await chunks.next();
    return { kind: 'chunk', bytes: chunk.done === true ? null : chunk.value };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { kind: 'file_error', code: error.code, message: error.message };
  }
}

/** The bytes in a buffer of their own, which can be moved: a stream may cut small ones from a buffer it shares. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return whole ? new Uint8Array(buffer) : new Uint8Array(bytes);
}

/** The limits of one thread that reads files. */
export interface ReadingLimits {
  /** Memory limit in MiB. */
  readonly memoryMb: number;
  /** Milliseconds without progress. */
  readonly timeoutMs: number;
}

export type ReadingSettings = Pick<Settings, 'readingMemoryMb' | 'readingTimeoutMs' | 'workerConcurrency'>;

const MIB = 1_048_576;
const MAX_MB = 1_024;
const MIN_MB = 64;
/** Part of the memory of the machine or container that all reading threads may use together. */
const SHARE = 1 / 4;

/** The limits by the settings; without one for memory they follow from the machine or the container. */
export function readingLimits({
  readingMemoryMb,
  readingTimeoutMs,
  workerConcurrency,
}: ReadingSettings): ReadingLimits {
  const timeoutMs = readingTimeoutMs;
  if (readingMemoryMb > 0) return { memoryMb: readingMemoryMb, timeoutMs };
  const share = Math.floor((memoryBytes() * SHARE) / workerConcurrency / MIB);
  return { memoryMb: Math.max(MIN_MB, Math.min(MAX_MB, share)), timeoutMs };
}

/** Bytes of memory of the machine, or of the container when that has less. */
function memoryBytes(): number {
  const limit = process.constrainedMemory(); // 0 where there is none
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

const MAX_TICK_MS = 1_000;

/**
 * Measures how long a thread is waited for without progress, and calls `expire` once when that is longer than `limitMs`.
 * It counts its own ticks, not the clock: while this process is frozen or starved itself, no time passes here.
 */
class ProgressWatch {
  private readonly timer: NodeJS.Timeout;
  private waitedMs = 0;
  private waiting = false;
  private over = false;

  constructor(
    private readonly limitMs: number,
    private readonly expire: () => void,
  ) {
    const tickMs = Math.min(MAX_TICK_MS, limitMs / 4);
    this.timer = setInterval(() => this.tick(tickMs), tickMs).unref();
  }

  /** True when the thread made no progress for too long. */
  get expired(): boolean {
    return this.over;
  }

  /** It is the thread's turn. */
  resume(): void {
    this.waiting = true;
  }

  /** The thread waits for this side. */
  pause(): void {
    this.waiting = false;
  }

  /** The thread came further: what was waited so far counts no more. */
  progress(): void {
    this.waitedMs = 0;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private tick(ms: number): void {
    if (!this.waiting || this.over) return;
    this.waitedMs += ms;
    if (this.waitedMs < this.limitMs) return;
    this.over = true;
    this.expire();
  }
}
