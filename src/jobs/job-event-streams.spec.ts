import { EventEmitter } from 'node:events';
import type { Response } from 'express';
import type { TokenService } from '../auth/token.service';
import { readSettings } from '../config/settings';
import type { JobEvents } from './job-events';
import { IMPORT_KIND } from '../imports/import-kind';
import type { SharedRedis } from '../redis/shared-redis';
import { JobEventStreams } from './job-event-streams';

/** A response whose client is gone, or is not. */
const response = (destroyed: boolean): Response =>
  Object.assign(new EventEmitter(), {
    destroyed,
    writeHead: () => undefined,
    flushHeaders: () => undefined,
    write: () => true,
    end: () => undefined,
    writableNeedDrain: false,
  }) as never;

const nobody = { subscribe: () => () => undefined } as unknown as JobEvents;

const redisIsDown = { run: () => Promise.resolve(null) } as unknown as SharedRedis;

describe('the events of a job that does not end', () => {
  const streams = new JobEventStreams(nobody, {} as TokenService, redisIsDown, readSettings({}));
  const read = () => Promise.resolve({ id: 'a', status: 'queued' as const });

  it('end when the client goes away', async () => {
    const client = response(false);
    const stream = streams.stream(client, 'token', IMPORT_KIND, read);
    await new Promise((resolve) => setImmediate(resolve));
    client.emit('close');
    await expect(stream).resolves.toBeUndefined();
  });

  it('end when the client went away before they began: no event follows any more', async () => {
    await expect(streams.stream(response(true), 'token', IMPORT_KIND, read)).resolves.toBeUndefined();
  });
});
