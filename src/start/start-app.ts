import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '../config/settings';
import { createAdapter } from '../http/body/json-adapter';
import { configureApp } from '../http/configure-app';

/** Makes the application, and closes it again when it does not come up. Throws what stopped it. */
export async function startApp(module: Type, settings: Settings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, createAdapter(), {
    abortOnError: false, // the servers we started must be stopped before the process ends
    bufferLogs: true, // until configureApp brings the logger
  });
  try {
    configureApp(app);
    await app.listen(settings.port, settings.host);
    return app;
  } catch (error) {
    await Promise.allSettled([app.close()]); // the first error is the one that matters
    throw error;
  }
}
