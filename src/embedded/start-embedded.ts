import { mkdir, realpath } from 'node:fs/promises';
import { Supervisor } from './supervisor';
import type { RedisChoice } from './supervisor-protocol';

/** Settings of the embedded servers. */
export interface EmbeddedSettings {
  /** Folder of this installation; the servers use `embedded` in it. */
  dataDir: string;
  /** When set, this PostgreSQL is used and none is started. */
  databaseUrl: string;
  /** When set, this Redis is used and none is started. */
  redisUrl: string;
  redis?: RedisChoice;
  /** For a command that ends by itself within seconds: an app that starts at that time waits for it. */
  isBrief?: boolean;
  /** For tests: nothing is synced to the disk, and `dataDir` is removed when the servers stop. */
  temporary?: boolean;
  /** Arguments of `node` for the supervisor process, such as a loader; by default those of this process. */
  nodeArguments?: string[];
  /** Called once with a sentence when the servers are lost while the app still runs. */
  onLost?: (sentence: string) => void;
}

/** Where Postgres and Redis are, and how to stop the ones that were started. */
export interface EmbeddedServers {
  databaseUrl: string;
  redisUrl: string;
  /** One line for each server that was started. */
  describe: string[];
  /** Resolves when they have ended. The app must have closed its connections before. */
  stop: () => Promise<void>;
}

/**
 * Starts a private Postgres and a private Redis where no URL is set. They end with this process, even after kill -9.
 * Throws a sentence for the operator on failure; nothing is left running then.
 */
export async function startEmbedded(settings: EmbeddedSettings): Promise<EmbeddedServers> {
  const { databaseUrl, redisUrl } = settings;
  if (databaseUrl !== '' && redisUrl !== '') {
    return { databaseUrl, redisUrl, describe: [], stop: async () => undefined };
  }
  await mkdir(settings.dataDir, { recursive: true });
  const dataDir = await realpath(settings.dataDir);
  const supervisor = await Supervisor.fork(
    dataDir,
    settings.nodeArguments ?? ownArguments(),
    settings.onLost ?? (() => undefined),
  );
  const reply = await supervisor.start({
    dataDir,
    postgres: databaseUrl === '',
    redis: redisUrl === '' ? (settings.redis ?? 'any') : null,
    temporary: settings.temporary ?? false,
    isBrief: settings.isBrief ?? false,
    owner: process.pid,
  });
  return {
    databaseUrl: reply.databaseUrl ?? databaseUrl,
    redisUrl: reply.redisUrl ?? redisUrl,
    describe: reply.describe,
    stop: () => supervisor.stop(),
  };
}

/** A loader applies to the supervisor too; the port of a debugger would be in use already. */
function ownArguments(): string[] {
  return process.execArgv.filter((argument) => !argument.startsWith('--inspect'));
}
