import { createRedisCommandExecutor, RedisServerState, Resp2Server } from 'js-redis-server/core';
import { brpoplpush } from '../../src/embedded/js-redis';

/**
 * `redis-program.ts <port>`: the Redis in JavaScript as a process of its own, which a test can
 * kill; it starts empty.
 */
const port = Number(process.argv[2]);
const server = new Resp2Server({
  server: new RedisServerState({}),
  executor: createRedisCommandExecutor({ extraCommands: [brpoplpush] }),
  logger: console,
});
server.server.listen(port, '127.0.0.1');
