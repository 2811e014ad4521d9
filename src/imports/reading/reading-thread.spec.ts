import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Sql } from '../../database/sql';
import { ReadingThread } from './reading-thread';
import type { WorkerRequest } from './reading-protocol';

const ENDLESS = join(__dirname, '../../../test/support/endless-thread.cjs');

describe('A thread that reads a file', () => {
  it('is stopped when it comes no further, and the file is named as the cause', async () => {
    const thread = new ReadingThread(ENDLESS, { memoryMb: 128, timeoutMs: 1_000 });
    const pool: Sql = { query: () => Promise.resolve([]) };
    const work = thread.work({} as WorkerRequest, Readable.from([]), pool);
    await expect(work.next()).rejects.toMatchObject({
      name: 'Error',
      reason: 'It came no further for 1 second.',
    });
    expect(thread.alive).toBe(false);
  });
});
