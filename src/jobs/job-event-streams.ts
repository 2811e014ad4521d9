import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { writeJson } from '../formats/json/write-json';
import type { JobKind, JobStatus } from './job';
import { JobEvents } from './job-events';
import { isFinal } from './job-transitions';

/** Should a notice ever be missed, the job is read again after so many milliseconds. */
const READ_AGAIN_MS = 3_000;

/** Serves a job as server-sent events. */
@Injectable()
export class JobEventStreams implements OnModuleDestroy {
  private readonly open = new Set<() => void>();

  constructor(
    private readonly events: JobEvents,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Ends every stream, so that the HTTP server can close. */
  onModuleDestroy(): void {
    for (const end of this.open) end();
  }

  /**
   * Writes what `read` answers to `response`: at once, and again after each change, until the final state was written or
   * the client is gone; a comment line keeps the connection alive. Rejects, with nothing written yet, when the first
   * `read` does.
   */
  async stream(
    response: Response,
    kind: JobKind,
    id: string,
    read: () => Promise<{ status: JobStatus }>,
  ): Promise<void> {
    const changes = new Changes();
    const unsubscribe = this.events.subscribe(kind, id, () => changes.note()); // before the first read: nothing is missed
    const end = (): void => changes.end();
    response.on('close', end);
    if (response.destroyed) end(); // the client went away while we looked for the job
    this.open.add(end);
    let heartbeat: NodeJS.Timeout | undefined;
    try {
      let written = '';
      for (let first = true; first || (await changes.next(READ_AGAIN_MS)); first = false) {
        const job = await read();
        if (first) {
          writeHead(response);
          heartbeat = setInterval(() => response.write(': heartbeat\n\n'), this.settings.eventsHeartbeatMs);
        }
        const event = `data: ${writeJson(job)}\n\n`;
        if (event !== written) response.write((written = event));
        if (isFinal(job.status)) break;
      }
    } finally {
      clearInterval(heartbeat);
      unsubscribe();
      this.open.delete(end);
      response.off('close', end);
    }
    response.end();
  }
}

function writeHead(response: Response): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no', // a proxy in front must not hold events back
  });
  response.flushHeaders();
}

/** Remembers that something changed, also while nobody waits for it. */
class Changes {
  private changed = false;
  private ended = false;
  private wake: () => void = () => undefined;

  note(): void {
    this.changed = true;
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  /** Resolves at the next change, or after `ms` milliseconds; false when there is nobody left to tell. */
  async next(ms: number): Promise<boolean> {
    if (!this.changed && !this.ended) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
    }
    this.changed = false;
    return !this.ended;
  }
}
