import type { Response } from 'express';
import type { JobState } from './job-watch';

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
  private readonly flushed = (): void => this.flush();
  private readonly gone = (): void => this.finish();

  constructor(
    private readonly response: Response,
    /** Whose token opened it. */
    readonly tokenId: string,
  ) {
    response.on('drain', this.flushed);
    response.on('close', this.gone);
    if (response.destroyed) this.finish(); // the client went away before it began
  }

  open(): void {
    this.response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no', // a proxy in front must not hold events back
    });
    this.response.flushHeaders();
  }

  /** Tells the client, as soon as it reads, of this state in place of one that it was not told of yet. */
  send(state: JobState): void {
    this.pending = state;
    this.flush();
  }

  /** Keeps the connection alive with a comment line. */
  beat(): void {
    if (!this.response.writableNeedDrain) this.response.write(': heartbeat\n\n');
  }

  /** Ends the stream; what the client was not told of is lost. */
  end(): void {
    this.cut = true;
    this.finish();
  }

  /** Ends the response behind its last event. One that was ended before that, and is not read, is cut off. */
  close(): void {
    this.response.off('drain', this.flushed);
    this.response.off('close', this.gone);
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
