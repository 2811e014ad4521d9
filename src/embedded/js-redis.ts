import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createRedisCommandExecutor, RedisServerState, Resp2Server } from 'js-redis-server/core';
import { brpoplpush } from './brpoplpush';
import { LOOPBACK } from './free-port';
import type { RunningServer } from './running-server';

const PASSWORD_BYTES = 24;

/**
 * Runs a Redis in JavaScript inside this process, in memory only. For a machine without one: what it forgets at a
 * restart are hints, which the reconciler sends again from Postgres. Not for production.
 */
export async function startJsRedis(): Promise<RunningServer> {
  const requirepass = randomBytes(PASSWORD_BYTES).toString('hex');
  const resp = new Resp2Server({
    server: new RedisServerState({ requirepass }),
    executor: createRedisCommandExecutor({ extraCommands: [brpoplpush] }),
    logger: console,
  });
  resp.server.listen(0, LOOPBACK); // its own listen() would open the port to the network
  await once(resp.server, 'listening');
  return {
    url: `redis://:${requirepass}@${LOOPBACK}:${resp.getPort()}`,
    describe:
      'Redis in JavaScript (js-redis-server), private, in memory: install redis-server for production',
    folder: null,
    stop: async () => {
      resp.server.close(); // connections end with the process
    },
  };
}
