import type { Response } from 'express';
import { problem } from '../http/problem/problem.exception';
import type { SharedPermits } from '../redis/shared-permits';
import type { JobState } from './job-events';

const RETRY_AFTER = { 'Retry-After': '5' };

/**
 * One response of server-sent events. While the client does not read, nothing is written to it: only the latest state waits,
 * and heartbeats are left out, so a stream never takes more memory than its socket and one event.
 */
export class EventStream {
  private pending: JobState | null = null;
  private cut = false;
  private finish: () => void = () => undefined;
  /** Resolves when the stream is over, whoever ended it. */
  readonly ended = new Promise<void>((resolve) => (this.finish = resolve));
  private readonly onDrain = (): void => this.flush();
  private readonly onClose = (): void => this.finish();

  constructor(
    private readonly response: Response,
    /** Whose token opened it. */
    readonly tokenId: string,
  ) {
    response.on('drain', this.onDrain);
    response.on('close', this.onClose);
    if (response.destroyed) this.finish(); // the client closed the connection before it began
  }

  open(): void {
    this.response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no', // a proxy in front must not buffer events
    });
    this.response.flushHeaders();
  }

  /** Sends this state as soon as the client reads, in place of one that was not sent yet. */
  send(state: JobState): void {
    this.pending = state;
    this.flush();
  }

  /** Keeps the connection alive with a comment line. */
  beat(): void {
    if (!this.response.writableNeedDrain) this.response.write(': heartbeat\n\n');
  }

  /** Ends the stream; a state that was not sent is lost. */
  end(): void {
    this.cut = true;
    this.finish();
  }

  /** Ends the response after its last event. A stream that `end` ended, and that the client does not read, is destroyed. */
  close(): void {
    this.response.off('drain', this.onDrain);
    this.response.off('close', this.onClose);
    if (this.cut && this.response.writableNeedDrain) this.response.destroy();
    else this.response.end();
  }

  private flush(): void {
    const state = this.pending;
    if (state === null || this.response.writableNeedDrain) return;
    this.pending = null;
    this.response.write(`data: ${state.json}\n\n`);
    if (state.final) this.finish();
  }
}

/** Counts the open streams of events: of this process, and of each token in all processes together. */
export class EventStreamLimit {
  private readonly byToken = new Map<string, number>();
  private total = 0;

  constructor(
    private readonly permits: SharedPermits,
    private readonly max: number,
    private readonly maxPerToken: number,
  ) {}

  /**
   * Counts one more stream of a token; the returned function removes it from the count. Throws 429
   * `too_many_event_streams` and 503 `event_streams_full`.
   */
  async acquire(tokenId: string): Promise<() => void> {
    const leave = this.enter(tokenId);
    const giveBack = await this.permits.acquire(tokenId, this.maxPerToken);
    if (giveBack === null) {
      leave();
      throw this.tooMany();
    }
    return () => {
      leave();
      giveBack();
    };
  }

  /** Counts a stream in this process, at once: what it has is known without Redis. */
  private enter(tokenId: string): () => void {
    const open = this.byToken.get(tokenId) ?? 0;
    if (open >= this.maxPerToken) throw this.tooMany();
    if (this.total >= this.max) {
      const detail =
        'This server has reached its maximum number of open event streams. Poll the job instead.';
      throw problem(503, 'event_streams_full', detail, { headers: RETRY_AFTER });
    }
    this.byToken.set(tokenId, open + 1);
    this.total++;
    return () => this.leave(tokenId);
  }

  private leave(tokenId: string): void {
    const open = this.byToken.get(tokenId) ?? 0;
    if (open > 1) this.byToken.set(tokenId, open - 1);
    else this.byToken.delete(tokenId);
    this.total--;
  }

  private tooMany(): Error {
    const detail = `The token has ${this.maxPerToken.toLocaleString('en')} streams of events open already. Close some, or poll the job.`;
    return problem(429, 'too_many_event_streams', detail, { headers: RETRY_AFTER });
  }
}
