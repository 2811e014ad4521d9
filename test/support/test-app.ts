import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { agent } from 'supertest';
import { AppModule } from '../../src/app.module';
import { createToken } from '../../src/auth/bearer-token';
import { SETTINGS } from '../../src/config/config.module';
import { readSettings } from '../../src/config/settings';
import { Database } from '../../src/database/database';
import { Pools } from '../../src/database/pools';
import { asOwner } from '../../src/database/row-level-security';
import { createAdapter } from '../../src/http/body/json-adapter';
import { configureApp } from '../../src/http/configure-app';
import { ReadingThreads } from '../../src/imports/reading/reading-threads';
import { SourceReadingThreads } from './source-reading-threads';
import { createMigratedDatabase } from './test-database';
import { createTestRedis } from './test-redis';

/** A running application on a database, a folder and a Redis prefix of its own. */
export interface TestApp {
  /** Base of its URLs, without a slash at the end. */
  url: string;
  /** Supertest on that URL. */
  http: ReturnType<typeof agent>;
  /** The operator's token. */
  token: string;
  /** Slug of the workspace made at the start. */
  workspace: string;
  app: NestExpressApplication;
  /** All of its database, without row-level security. */
  database: Database;
  /** Ends it and removes all it had. */
  stop: () => Promise<void>;
}

/** What a test may add to the application. */
export interface TestAppOptions {
  controllers?: Type[];
}

/** Starts the whole application, with `env` in place of the defaults of its settings. */
export async function startTestApp(
  env: Record<string, string> = {},
  options: TestAppOptions = {},
): Promise<TestApp> {
  const database = env.DATABASE_URL === undefined ? await createMigratedDatabase() : null;
  const redis = createTestRedis();
  const dataDir = await mkdtemp(join(tmpdir(), 'almagest-app-'));
  const { token } = createToken();
  const settings = readSettings({
    DATABASE_URL: database?.url,
    REDIS_URL: redis.url,
    REDIS_PREFIX: redis.prefix,
    DATA_DIR: dataDir,
    BOOTSTRAP_TOKEN: token,
    LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    CONNECTION_WAIT_MS: '60000', // a slow machine is no failure
    LOCK_TIMEOUT_MS: '60000',
    ...env,
  });
  const cleanUp = async (): Promise<void> => {
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const app = await start(settings, options.controllers ?? []);
    const { port } = app.getHttpServer().address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const owner = new Pools(settings);
    const stop = async (): Promise<void> => {
      await app.close();
      await owner.onApplicationShutdown();
      await cleanUp();
    };
    const workspace = settings.bootstrapWorkspace;
    return {
      url,
      http: agent(url),
      token: settings.bootstrapToken,
      workspace,
      app,
      database: new Database(owner, asOwner, 'jobs'),
      stop,
    };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

async function start(
  settings: ReturnType<typeof readSettings>,
  controllers: Type[],
): Promise<NestExpressApplication> {
  const module = await Test.createTestingModule({ imports: [AppModule], controllers })
    .overrideProvider(SETTINGS)
    .useValue(settings)
    .overrideProvider(ReadingThreads)
    .useClass(SourceReadingThreads)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>(createAdapter());
  try {
    configureApp(app);
    await app.listen(0, '127.0.0.1');
    return app;
  } catch (error) {
    await app.close().catch(() => undefined); // the first error is the one that matters
    throw error;
  }
}
