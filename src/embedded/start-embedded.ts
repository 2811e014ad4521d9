import { mkdir, realpath } from 'node:fs/promises';
import type { EmbeddedSettings } from './embedded-settings';
import { Supervisor } from './supervisor';

/** Where Postgres and Redis are, and how to stop the ones that were started. */
export interface EmbeddedServers {
  databaseUrl: string;
  redisUrl: string;
  /** One line for each server that was started. */
  describe: string[];
  /** Resolves when they ended. The app must have let go of them before. */
  stop: () => Promise<void>;
}

/**
 * Starts a private Postgres and a private Redis for what has no URL. They end with this process, even with kill -9.
 * Throws a sentence for the operator when that is not possible; nothing is left running then.
 */
export async function startEmbedded(settings: EmbeddedSettings): Promise<EmbeddedServers> {
  const { databaseUrl, redisUrl } = settings;
  if (databaseUrl !== '' && redisUrl !== '') {
    return { databaseUrl, redisUrl, describe: [], stop: async () => undefined };
  }
  await mkdir(settings.dataDir, { recursive: true });
  const dataDir = await realpath(settings.dataDir);
  const guard = await Supervisor.fork(
    dataDir,
    settings.nodeArguments ?? ownArguments(),
    settings.onLost ?? (() => undefined),
  );
  const answer = await guard.start({
    dataDir,
    postgres: databaseUrl === '',
    redis: redisUrl === '' ? (settings.redis ?? 'any') : null,
    temporary: settings.temporary ?? false,
    isBrief: settings.isBrief ?? false,
    owner: process.pid,
  });
  return {
    databaseUrl: answer.databaseUrl ?? databaseUrl,
    redisUrl: answer.redisUrl ?? redisUrl,
    describe: answer.describe,
    stop: () => guard.stop(),
  };
}

/** A loader serves the guard as well; a second debugger would find its port taken. */
function ownArguments(): string[] {
  return process.execArgv.filter((argument) => !argument.startsWith('--inspect'));
}
