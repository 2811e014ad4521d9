import type { QueueOptions } from 'bull';
import Redis, { type RedisOptions } from 'ioredis';
import { sentinelAddress } from '../config/redis-address';

/** A server that was the master and is a replica now refuses writes: the sentinels name the new master. */
const leaveReplica = (error: Error): boolean => error.message.startsWith('READONLY');

/** Options that connect to the master that sentinels name; null for the address of one server. */
function sentinelOptions(url: string): RedisOptions | null {
  const found = sentinelAddress(url);
  if (found === null) return null;
  const { sentinels, master, database, user, password, sentinelUser, sentinelPassword } = found;
  return {
    sentinels: [...sentinels],
    name: master,
    db: database,
    ...(user !== undefined && { username: user }),
    ...(password !== undefined && { password }),
    ...(sentinelUser !== undefined && { sentinelUsername: sentinelUser }),
    ...(sentinelPassword !== undefined && { sentinelPassword }),
  };
}

/** Opens a connection to the Redis of REDIS_URL: one server, or the master that sentinels name. */
export function connectRedis(url: string, options: RedisOptions): Redis {
  const all = { reconnectOnError: leaveReplica, ...options };
  const sentinel = sentinelOptions(url);
  return sentinel === null ? new Redis(url, all) : new Redis({ ...sentinel, ...all });
}

/** The connection of a Bull queue to the Redis of REDIS_URL, as options of the queue. */
export function bullConnection(url: string): Pick<QueueOptions, 'redis'> & { url?: string } {
  const sentinel = sentinelOptions(url);
  return sentinel === null ? { url } : { redis: { ...sentinel, reconnectOnError: leaveReplica } };
}
