import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AddressInfo } from 'node:net';
import { AppModule } from '../app.module';
import type { Settings } from '../config/settings';
import { isUnnamed, localBase, UNNAMED_SERVER } from '../config/wildcard-host';
import { createAdapter } from '../http/body/json-adapter';
import { configureApp } from '../http/configure-app';
import { createLogger } from '../http/logging/logger';
import { PinoLogger } from '../http/logging/pino-logger';
import { BootstrapService } from '../workspaces/bootstrap.service';
import { listenOn } from './check-address';
import { messageOf, StartError } from './start-error';
import type { StartLog } from './start-log';
import { writeAnnouncement } from './write-announcement';

/**
 * Starts the application and announces its address once it listens; `servers` has one line for each private server. Throws
 * the reason of a failed start; the application is closed then.
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
    await Promise.allSettled([app.close()]); // the first error is reported
    throw error;
  }
}

/** Resolves when the text has left the process. Throws a `StartError` when it cannot be written. */
async function print(text: string): Promise<void> {
  const ignore = (): void => undefined; // the callback below gets the error; without a listener it would end the process
  process.stdout.on('error', ignore);
  try {
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()));
    });
    process.stdout.off('error', ignore);
  } catch (error) {
    throw new StartError(
      `Standard output cannot be written (${messageOf(error)}), so nobody would see where Almagest is, or its first token.`,
    );
  }
}

/** Creates and starts the application, and closes it when the start fails. Throws the reason. */
async function startApp(module: Type, settings: Settings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, createAdapter(), {
    abortOnError: false, // the private servers must be stopped before the process ends
    logger: new PinoLogger(createLogger(settings.logLevel)),
  });
  try {
    configureApp(app);
    await app.init();
    await listenOn(app.getHttpServer(), settings);
    return app;
  } catch (error) {
    await Promise.allSettled([app.close()]); // the first error is reported
    throw error;
  }
}

/** The URL at which users reach the application, without a trailing slash. */
function findBaseUrl(app: NestExpressApplication, { publicUrl, host }: Settings): string {
  if (publicUrl !== '') return publicUrl.replace(/\/+$/, '');
  const { port } = app.getHttpServer().address() as AddressInfo; // PORT may have been 0
  return localBase(host, port);
}
