import type { EmbeddedServers } from '../../src/embedded/start-embedded';
import { createTemplateDatabase } from './test-database';
import { startTestServers } from './test-servers';

declare global {
  /** Global setup and teardown of Jest share nothing else. */
  var almagestTestServers: EmbeddedServers | undefined;
}

/**
 * Starts the servers of this run, once for all projects, and passes their addresses to the workers.
 */
export default async function setUp(): Promise<void> {
  if (globalThis.almagestTestServers !== undefined) return;
  const servers = await startTestServers();
  globalThis.almagestTestServers = servers;
  await createTemplateDatabase(servers.databaseUrl);
  process.env.ALMAGEST_TEST_DATABASE_URL = servers.databaseUrl;
  process.env.ALMAGEST_TEST_REDIS_URL = servers.redisUrl;
}
