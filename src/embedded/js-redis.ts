import {
  type CommandDefinition,
  createRedisCommandExecutor,
  redisCommandDefinitions,
  RedisServerState,
  Resp2Server,
} from 'js-redis-server/core';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { LOOPBACK, type RunningServer } from './running-server';

const PASSWORD_BYTES = 24;

/**
 * Runs a Redis in JavaScript inside this process, in memory only, for a machine without one. A restart loses only
 * notifications, which the reconciler sends again from Postgres. Not for production.
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

/** `BRPOPLPUSH source destination timeout`: source, destination and timeout are its arguments. */
const ARGUMENTS = 3;
const [SOURCE_END, TARGET_END] = [Buffer.from('RIGHT'), Buffer.from('LEFT')];

/** BRPOPLPUSH, with which Bull waits for jobs and which js-redis-server lacks: BLMOVE from the right to the left. */
export const brpoplpush: CommandDefinition = defineByBlmove();

function defineByBlmove(): CommandDefinition {
  const blmove = redisCommandDefinitions.find(({ name }) => name === 'blmove');
  if (blmove === undefined) throw new Error('js-redis-server has no BLMOVE, which BRPOPLPUSH needs.');
  return {
    name: 'brpoplpush',
    flags: blmove.flags,
    keys: (args) => blmove.keys(args),
    execute: (args, context) => blmove.execute(args, context),
    schema: {
      parse: (input, index, context) => {
        const [source, destination, ...timeout] = input.slice(index, index + ARGUMENTS);
        const moved = [source, destination, SOURCE_END, TARGET_END, ...timeout].filter(
          (token) => token !== undefined,
        );
        const { value } = blmove.schema.parse(moved, 0, context);
        return { value, nextIndex: index + ARGUMENTS };
      },
    },
  };
}
