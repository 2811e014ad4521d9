import Bull from 'bull';
import { eventually } from '../../test/support/eventually';
import { createTestRedis } from '../../test/support/test-redis';
import { type JobNotification, NotificationQueues } from './notification-queues';

function openQueue(name: string): Bull.Queue<JobNotification> {
  const { url, prefix } = createTestRedis();
  return new Bull<JobNotification>(name, url, { prefix });
}

const waitsForJobs = (queue: Bull.Queue<JobNotification>): Promise<void> =>
  eventually('the queue waits for jobs on a connection of its own', () => {
    return queue.clients.length === 3 && queue.clients.every(({ status }) => status === 'ready');
  });

describe('the notification queues', () => {
  let imports: Bull.Queue<JobNotification>;
  let exports: Bull.Queue<JobNotification>;
  let queues: NotificationQueues;

  beforeEach(() => {
    [imports, exports] = [openQueue('imports'), openQueue('exports')];
    queues = new NotificationQueues([imports, exports]);
  });

  afterEach(() => Promise.all([imports.close(), exports.close()]));

  it('deliver each notification once', async () => {
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
      // A closed socket reports its end a moment later.
      await eventually('its connection is closed', () => ['end', 'close'].includes(client.status));
    }
  });
});
