import { readSettings } from '../../src/config/settings';
import { SharedRedis } from '../../src/redis/shared-redis';

/** Connections of several processes to one Redis, until `close`. */
export interface SharedRedisGroup {
  readonly connections: readonly [SharedRedis, SharedRedis];
  close: () => void;
}

/** Opens the connections of two processes to the Redis at `url`. */
export async function connectTwice(url: string, prefix: string): Promise<SharedRedisGroup> {
  const settings = readSettings({ REDIS_URL: url, REDIS_PREFIX: prefix });
  const connections = [new SharedRedis(settings), new SharedRedis(settings)] as const;
  await Promise.all(connections.map((connection) => connection.onModuleInit()));
  return {
    connections,
    close: () => connections.forEach((connection) => connection.onApplicationShutdown()),
  };
}
