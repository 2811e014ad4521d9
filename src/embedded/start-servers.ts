import { rm } from 'node:fs/promises';

import { lockFolder } from './folder-lock';
import type { RedisChoice, SupervisorReply, SupervisorRequest } from './supervisor-protocol';
import { findHome, SHARED_ROOT } from './server-folders';
import { startJsRedis } from './js-redis';
import { preparePostgres } from './postgres-binaries';
import { openCluster } from './postgres-cluster';
import { startPostgres } from './postgres-server';
import { findRedis, startRedis } from './redis-server';
import { findRunAs } from './server-user';
import type { RunningServer, ServerContext } from './running-server';

/** All servers of one supervisor. */
export interface RunningServers {
  reply: SupervisorReply;
  stop: () => Promise<void>;
}

/** Starts the requested servers in parallel. When one fails, stops the other and throws the sentence of the failure. */
export async function startServers(
  request: SupervisorRequest,
  signal: AbortSignal,
  onLost: (sentence: string) => void,
): Promise<RunningServers> {
  const runAs = findRunAs();
  const home = await findHome(request.dataDir, runAs);
  const unlock = await lockFolder(home, request.owner, request.isBrief);
  const context: ServerContext = { home, runAs, temporary: request.temporary, signal, onLost };
  const outcomes = await Promise.allSettled([
    request.postgres ? openPostgres(context) : null,
    request.redis === null ? null : openRedis(context, request.redis),
  ]);
  const servers = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : null));
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map(async (server) => server?.stop()));
    await unlock();
    if (request.temporary && home.startsWith(SHARED_ROOT)) await rm(home, { recursive: true, force: true });
  };
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) {
    await stop();
    throw failure.reason;
  }
  const [postgres, redis] = servers;
  return { reply: replyFor(postgres ?? null, redis ?? null), stop };
}

async function openPostgres(context: ServerContext): Promise<RunningServer> {
  const binaries = await preparePostgres(context.runAs, context.home);
  const cluster = await openCluster(binaries, context.home, context.runAs, context.temporary);
  return startPostgres(binaries, cluster, context);
}

async function openRedis(context: ServerContext, choice: RedisChoice): Promise<RunningServer> {
  const program = choice === 'js' ? null : findRedis(context.runAs);
  if (program !== null) return startRedis(program, context);
  if (choice !== 'system') return startJsRedis();
  throw new Error('This machine has neither redis-server nor valkey-server; install one, or set REDIS_URL.');
}

function replyFor(postgres: RunningServer | null, redis: RunningServer | null): SupervisorReply {
  const running = [postgres, redis].filter((server) => server !== null);
  return {
    databaseUrl: postgres?.url ?? null,
    redisUrl: redis?.url ?? null,
    describe: running.map(({ describe }) => describe),
    folders: running.flatMap(({ folder }) => folder ?? []),
  };
}
