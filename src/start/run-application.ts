import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app.module';
import type { Settings } from '../config/settings';
import { isUnnamed, UNNAMED_SERVER } from '../config/wildcard-host';
import { BootstrapService } from '../workspaces/bootstrap.service';
import { findBaseUrl } from './base-url';
import { startApp } from './start-app';
import { messageOf, StartError } from './start-error';
import type { StartLog } from './start-log';
import { writeAnnouncement } from './write-announcement';

/**
 * Starts the application, and says where it is once it listens; `servers` has one line for each private server.
 * Throws what stopped the start; the application is closed then.
 */
export async function runApplication(
  settings: Settings,
  servers: readonly string[],
  log: StartLog,
): Promise<NestExpressApplication> {
  log.say('Migrating the database and starting the application …');
  const app = await startApp(AppModule, settings);
  try {
    const { role, bootstrapWorkspace: workspaceSlug } = settings;
    const baseUrl = findBaseUrl(app, settings);
    if (isUnnamed(settings) && role !== 'worker')
      log.warn(`HOST is ${settings.host} and there is ${UNNAMED_SERVER.says}. ${UNNAMED_SERVER.fix}`);
    const bootstrap = app.get(BootstrapService, { strict: false });
    await bootstrap.showFirstToken((newToken) =>
      print(writeAnnouncement({ baseUrl, role, workspaceSlug, newToken, servers })),
    );
    return app;
  } catch (error) {
    await Promise.allSettled([app.close()]); // the first error is the one that matters
    throw error;
  }
}

/** Resolves when the text has left the process. Throws a `StartError` when nobody can read it. */
async function print(text: string): Promise<void> {
  const noted = (): void => undefined; // the callback below has the error; without a listener it would end the process
  process.stdout.on('error', noted);
  try {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
    });
    process.stdout.off('error', noted);
  } catch (error) {
    throw new StartError(
      `Standard output cannot be written (${messageOf(error)}), so nobody would see where Almagest is, or its first token.`,
    );
  }
}
