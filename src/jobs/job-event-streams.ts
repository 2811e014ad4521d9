import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { TokenService } from '../auth/token.service';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { forRequests, currentWorkspace } from '../database/work-context';
import { SharedPermits } from '../redis/shared-permits';
import { SharedRedis } from '../redis/shared-redis';
import { EventStream, EventStreamLimit } from './event-stream';
import type { JobKind } from './job';
import { JobEvents, JobWatch, type ReadJob } from './job-events';

/** Serves jobs as server-sent events. */
@Injectable()
export class JobEventStreams implements OnModuleDestroy {
  private readonly logger = new Logger('JobEventStreams');
  private readonly open = new Set<EventStream>();
  private readonly watches = new Map<string, JobWatch>();
  private readonly limit: EventStreamLimit;
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly events: JobEvents,
    private readonly tokens: TokenService,
    redis: SharedRedis,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const permits = new SharedPermits(redis, 'streams');
    this.limit = new EventStreamLimit(permits, settings.eventStreams, settings.eventStreamsPerToken);
  }

  /** Ends every stream, so that the HTTP server can close. */
  onModuleDestroy(): void {
    for (const stream of this.open) stream.end();
  }

  /**
   * Writes what `read` returns to `response`: at once, and again after each change, until the final state was written, the
   * client is gone, or the token with the id `tokenId` is no longer valid; a comment line keeps the connection alive.
   * Streams of one job share one `read` where their `form` is the same. Rejects, with nothing written yet, when the first
   * `read` does, and with 429 or 503 when there are too many streams.
   */
  async stream(response: Response, tokenId: string, kind: JobKind, read: ReadJob, form = ''): Promise<void> {
    const release = await this.limit.acquire(tokenId);
    try {
      const { id } = await read();
      const stream = new EventStream(response, tokenId);
      stream.open();
      this.add(stream);
      const watch = this.watch(`${kind.name}:${id}:${form}`, kind, id, read, stream);
      await stream.ended;
      watch.remove(stream);
      this.remove(stream);
      stream.close();
    } finally {
      release();
    }
  }

  /** The watch of a job, which its streams of one form share in this process. */
  private watch(key: string, kind: JobKind, id: string, read: ReadJob, stream: EventStream): JobWatch {
    const present = this.watches.get(key);
    if (present) {
      present.add(stream);
      return present;
    }
    const watch: JobWatch = new JobWatch(this.events, kind, id, read, () => {
      if (this.watches.get(key) === watch) this.watches.delete(key);
    });
    this.watches.set(key, watch);
    watch.add(stream);
    forRequests(currentWorkspace(), () => watch.run()).catch((error: unknown) =>
      this.logger.warn(
        { kind: kind.name, jobId: id, err: error },
        'the job could not be read; its streams end',
      ),
    );
    return watch;
  }

  private add(stream: EventStream): void {
    this.open.add(stream);
    const beat = (): void => forRequests('', () => void this.beat()); // it serves more than the request that started it
    this.heartbeat ??= setInterval(beat, this.settings.eventsHeartbeatMs);
  }

  private remove(stream: EventStream): void {
    this.open.delete(stream);
    if (this.open.size > 0) return;
    clearInterval(this.heartbeat);
    this.heartbeat = undefined;
  }

  /** Ends the streams whose token is no longer valid or cannot be checked; sends a heartbeat to the others. */
  private async beat(): Promise<void> {
    const streams = [...this.open];
    let letIn: ReadonlySet<string> = new Set();
    try {
      letIn = await this.tokens.letIn(streams.map(({ tokenId }) => tokenId));
    } catch (error) {
      this.logger.warn(
        { err: error, streams: streams.length },
        'the tokens could not be checked; their streams end',
      );
    }
    for (const stream of streams) {
      if (!letIn.has(stream.tokenId)) stream.end();
      else if (this.open.has(stream)) stream.beat();
    }
  }
}
