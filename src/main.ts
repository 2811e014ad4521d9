import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { armFailpoints } from './config/failpoint';
import { readSettings, type Settings } from './config/settings';
import { startEmbedded } from './embedded/start-embedded';
import { checkSurroundings } from './start/check-surroundings';
import { explainStartError } from './start/start-error';
import { Shutdown } from './start/shutdown';
import { StartLog } from './start/start-log';

/** A job that is under way gives its lease back within this time; a request may end. */
const APP_CLOSE_MS = 10_000;
/** The last checkpoint of the private Postgres. */
const SERVERS_CLOSE_MS = 90_000;

let log = new StartLog('info');
const shutdown = new Shutdown((sentence) => log.fail(sentence));

/** Servers first, then the application on them; at the end the other way round. */
async function main(): Promise<void> {
  const asked = readSettings();
  log = new StartLog(asked.logLevel);
  await checkSurroundings(asked, process.env, log);
  const starting = startServers(asked);
  const { runApplication } = loadApplication(); // takes its time, in which the servers start
  const servers = await starting;
  shutdown.add(servers.stop, SERVERS_CLOSE_MS);
  process.env.DATABASE_URL = servers.databaseUrl;
  process.env.REDIS_URL = servers.redisUrl;
  const settings = readSettings();
  armFailpoints(settings.failpoints);
  const app = await runApplication(settings, servers.describe, log);
  shutdown.add(() => app.close(), APP_CLOSE_MS);
}

/** Starts private servers for what has no URL. */
function startServers(settings: Settings): ReturnType<typeof startEmbedded> {
  const wanted = [
    settings.databaseUrl === '' ? 'PostgreSQL' : [],
    settings.redisUrl === '' ? 'Redis' : [],
  ].flat();
  if (wanted.length > 0)
    log.say(`Starting a private ${wanted.join(' and ')} in ${resolve(settings.dataDir)} …`);
  return startEmbedded({ ...settings, onLost: (sentence) => shutdown.fail(sentence) });
}

/** Reads the code of the application; not imported above, so that it is read while the servers start. */
function loadApplication(): typeof import('./start/run-application') {
  return createRequire(__filename)('./start/run-application') as typeof import('./start/run-application');
}

shutdown.listen();
main().catch((error: unknown) => shutdown.fail(explainStartError(error, process.env.DATABASE_URL ?? '')));
