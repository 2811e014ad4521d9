import Bull from 'bull';
import { eventually } from '../../test/support/eventually';
import { createTestRedis } from '../../test/support/test-redis';
import { HintQueues } from './hint-queues';
import type { JobHint } from './job-hint';

function openQueue(name: string): Bull.Queue<JobHint> {
  const { url, prefix } = createTestRedis();
  return new Bull<JobHint>(name, url, { prefix });
}

const waitsForJobs = (queue: Bull.Queue<JobHint>): Promise<void> =>
  eventually('the queue waits for jobs on a connection of its own', () => {
    return queue.clients.length === 3 && queue.clients.every(({ status }) => status === 'ready');
  });

describe('the queues of hints', () => {
  let imports: Bull.Queue<JobHint>;
  let exports: Bull.Queue<JobHint>;
  let queues: HintQueues;

  beforeEach(() => {
    [imports, exports] = [openQueue('imports'), openQueue('exports')];
    queues = new HintQueues(imports, exports);
  });

  afterEach(() => Promise.all([imports.close(), exports.close()]));

  it('hand over each hint once', async () => {
    const seen: string[] = [];
    const both = new Promise<void>((resolve) => {
      queues.receive('imports', 1, async ({ id }) => {
        seen.push(id);
        if (id === 'b') resolve();
      });
    });
    await waitsForJobs(imports);
    expect(await queues.send('imports', { id: 'a', attempt: 1 })).toBe(true);
    expect(await queues.send('imports', { id: 'a', attempt: 1 })).toBe(true);
    expect(await queues.send('imports', { id: 'b', attempt: 1 })).toBe(true);
    await both;
    expect(seen).toEqual(['a', 'b']);
  });

  it('once closed leave no connection that is open, or of which an error would be printed', async () => {
    queues.receive('imports', 1, () => Promise.resolve());
    await waitsForJobs(imports);
    await queues.onModuleDestroy();
    await imports.close();
    for (const client of imports.clients) {
      expect(client.listenerCount('error')).toBeGreaterThan(0);
      // A socket that is let go tells so a moment later.
      await eventually('its connection is closed', () => ['end', 'close'].includes(client.status));
    }
  });
});
