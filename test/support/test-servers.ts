import { chmod, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServers, startEmbedded } from '../../src/embedded/start-embedded';
import type { RedisChoice } from '../../src/embedded/supervisor-protocol';

/** Arguments with which `node` runs the TypeScript of this project. */
export const TYPESCRIPT = ['--require', join(__dirname, 'swc-register.cjs')];

const READABLE = 0o755;

/** A new folder that the user of the database can reach too, also when the tests run as root. */
export async function makeTestFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'almagest-test-')));
  await chmod(folder, READABLE);
  return folder;
}

/**
 * A Postgres and a Redis of their own, which vanish with their folder when they are stopped or this
 * process dies. ALMAGEST_TEST_REDIS=system or js insists on one kind of Redis.
 */
export async function startTestServers(): Promise<EmbeddedServers> {
  return startEmbedded({
    dataDir: await makeTestFolder(),
    databaseUrl: '',
    redisUrl: '',
    redis: readChoice(process.env.ALMAGEST_TEST_REDIS ?? 'any'),
    temporary: true,
    nodeArguments: TYPESCRIPT,
  });
}

function readChoice(text: string): RedisChoice {
  if (text === 'system' || text === 'js' || text === 'any') return text;
  throw new Error(`ALMAGEST_TEST_REDIS must be system, js or any, not "${text}".`);
}
