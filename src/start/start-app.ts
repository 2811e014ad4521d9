import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '../config/settings';
import { createAdapter } from '../http/body/json-adapter';
import { configureApp } from '../http/configure-app';
import { createLogger } from '../http/logging/create-logger';
import { PinoLogger } from '../http/logging/pino-logger';
import { listenOn } from './check-address';

/** Makes the application, and closes it again when it does not come up. Throws what stopped it. */
export async function startApp(module: Type, settings: Settings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, createAdapter(), {
    abortOnError: false, // the servers we started must be stopped before the process ends
    logger: new PinoLogger(createLogger(settings.logLevel)),
  });
  try {
    configureApp(app);
    await app.init();
    await listenOn(app.getHttpServer(), settings);
    return app;
  } catch (error) {
    await Promise.allSettled([app.close()]); // the first error is the one that matters
    throw error;
  }
}
