import { AppModule } from './app.module';
import { armFailpoints } from './config/failpoint';
import { readSettings } from './config/settings';
import { startEmbedded } from './embedded/start-embedded';
import { findBaseUrl } from './start/base-url';
import { Shutdown } from './start/shutdown';
import { startApp } from './start/start-app';
import { writeAnnouncement } from './start/write-announcement';
import { BootstrapService } from './workspaces/bootstrap.service';

/** A job that is under way gives its lease back within this time; a request may end. */
const APP_CLOSE_MS = 10_000;
/** The last checkpoint of the private Postgres. */
const SERVERS_CLOSE_MS = 90_000;

/** Servers first, then the application on them; at the end the other way round. */
async function main(shutdown: Shutdown): Promise<void> {
  const asked = readSettings();
  const servers = await startEmbedded({ ...asked, onLost: (sentence) => shutdown.fail(sentence) });
  shutdown.add(servers.stop, SERVERS_CLOSE_MS);
  process.env.DATABASE_URL = servers.databaseUrl;
  process.env.REDIS_URL = servers.redisUrl;
  const settings = readSettings();
  armFailpoints(settings.failpoints);
  const app = await startApp(AppModule, settings);
  shutdown.add(() => app.close(), APP_CLOSE_MS);
  const bootstrapped = app.get(BootstrapService, { strict: false }).bootstrapped();
  const baseUrl = findBaseUrl(app, settings);
  console.log(writeAnnouncement({ baseUrl, role: settings.role, bootstrapped, servers: servers.describe }));
}

const shutdown = new Shutdown();
shutdown.listen();
main(shutdown).catch((error: unknown) =>
  shutdown.fail(error instanceof Error ? error.message : String(error)),
);
