import { poolSizes, totalConnections } from './pool-sizes';
import { readSettings } from './settings';

describe('The sizes of the pools', () => {
  it('are as shipped so few that three processes fit into the 97 connections of PostgreSQL', () => {
    const settings = readSettings({});
    expect(poolSizes(settings)).toEqual({ requests: 10, jobs: 8, leases: 3, access: 3 });
    expect(3 * totalConnections(settings)).toBeLessThanOrEqual(97);
    expect(totalConnections(readSettings({ ROLE: 'api' }))).toBe(17);
    expect(totalConnections(readSettings({ ROLE: 'worker' }))).toBe(15);
  });

  it('follow WORKER_CONCURRENCY unless they are set', () => {
    expect(poolSizes(readSettings({ WORKER_CONCURRENCY: '8' })).jobs).toBe(32);
    expect(poolSizes(readSettings({ WORKER_CONCURRENCY: '8', JOB_POOL_SIZE: '24' })).jobs).toBe(24);
  });

  it('are refused with the numbers when they are too small for WORKER_CONCURRENCY', () => {
    expect(() => readSettings({ WORKER_CONCURRENCY: '8', JOB_POOL_SIZE: '23' })).toThrow(
      'JOB_POOL_SIZE is 23, but WORKER_CONCURRENCY=8 needs at least 24: 16 jobs at once (8 imports and 8 exports) with a connection each, and 8 to share. Set JOB_POOL_SIZE to 24 or more, or to 0 for 32.',
    );
    expect(() => readSettings({ WORKER_CONCURRENCY: '8', JOB_POOL_SIZE: '1', ROLE: 'api' })).not.toThrow();
  });

  it('are refused when one workspace could take every connection of requests', () => {
    expect(() => readSettings({ WORKSPACE_CONNECTIONS: '10' })).toThrow(
      'WORKSPACE_CONNECTIONS is 10 and REQUEST_POOL_SIZE is 10: one workspace could take every connection.',
    );
    expect(() => readSettings({ WORKSPACE_CONNECTIONS: '9' })).not.toThrow();
  });
});
