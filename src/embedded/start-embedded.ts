import { mkdir, realpath } from 'node:fs/promises';
import { Supervisor } from './supervisor';
import type { RedisChoice } from './supervisor-protocol';

/** What the embedded servers need to know. */
export interface EmbeddedSettings {
  /** Folder of this installation; the servers keep theirs in `embedded` under it. */
  dataDir: string;
  /** Set: that PostgreSQL is used and none is started. */
  databaseUrl: string;
  /** Set: that Redis is used and none is started. */
  redisUrl: string;
  redis?: RedisChoice;
  /** For a command that ends by itself within seconds: an app that starts meanwhile waits for it. */
  isBrief?: boolean;
  /** For tests: nothing is synced to the disk, and `dataDir` is removed when the servers stop. */
  temporary?: boolean;
  /** Arguments of `node` for the guard process, for example a loader for TypeScript; those of this process when left out. */
  nodeArguments?: string[];
  /** Told once, in a sentence, when the servers are gone for good while the app still runs. */
  onLost?: (sentence: string) => void;
}

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
