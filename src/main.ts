import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { armFailpoints } from './config/failpoint';
import { readSettings, type Settings } from './config/settings';
import { startEmbedded } from './embedded/start-embedded';
import { checkPrerequisites } from './start/check-prerequisites';
import { explainStartError } from './start/start-error';
import { Shutdown } from './start/shutdown';
import { StartLog } from './start/start-log';

/** A running job gives its lease back within this time, and a request may end. */
const APP_CLOSE_MS = 10_000;
/** The last checkpoint of the private Postgres. */
const SERVERS_CLOSE_MS = 90_000;

let log = new StartLog('info');
const shutdown = new Shutdown((sentence) => log.fail(sentence));

/** Starts the servers, then the application; closes them in reverse order. */
async function main(): Promise<void> {
  const configured = readSettings();
  log = new StartLog(configured.logLevel);
  await checkPrerequisites(configured, process.env, log);
  const starting = startServers(configured);
  const { runApplication } = loadApplication(); // takes long: the servers start at the same time
  const servers = await starting;
  shutdown.add(servers.stop, SERVERS_CLOSE_MS);
  process.env.DATABASE_URL = servers.databaseUrl;
  process.env.REDIS_URL = servers.redisUrl;
  const settings = readSettings();
  armFailpoints(settings.failpoints);
  const app = await runApplication(settings, servers.describe, log);
  shutdown.add(() => app.close(), APP_CLOSE_MS);
}

/** Starts private servers where no URL is set. */
function startServers(settings: Settings): ReturnType<typeof startEmbedded> {
  const wanted = [
    settings.databaseUrl === '' ? 'PostgreSQL' : [],
    settings.redisUrl === '' ? 'Redis' : [],
  ].flat();
  if (wanted.length > 0)
    log.say(`Starting a private ${wanted.join(' and ')} in ${resolve(settings.dataDir)} …`);
  return startEmbedded({ ...settings, onLost: (sentence) => shutdown.fail(sentence) });
}

/** Loads the code of the application while the servers start; an import above would load it before. */
function loadApplication(): typeof import('./start/run-application') {
  return createRequire(__filename)('./start/run-application') as typeof import('./start/run-application');
}

shutdown.handleSignals();
main().catch((error: unknown) => shutdown.fail(explainStartError(error, process.env.DATABASE_URL ?? '')));
