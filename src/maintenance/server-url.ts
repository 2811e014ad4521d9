import { resolve } from 'node:path';
import type { Settings } from '../config/settings';
import { findPrivatePostgres } from '../embedded/find-private-postgres';
import { startEmbedded } from '../embedded/start-embedded';

/** How long an app that is starting or stopping may take. */
const WAIT_MS = 60_000;
const RETRY_MS = 200;
/** Only PostgreSQL is started; nothing connects to this URL. */
const NO_REDIS = 'redis://127.0.0.1:1';

/** How a command reaches the database of the server. */
export interface ServerUrlOptions {
  /** Whether a private PostgreSQL is created where there is none. */
  mayCreate: boolean;
  /** For a command that ends within seconds: an app that starts at that time waits for it. */
  isBrief: boolean;
  /** Turns the reason why there is no database into the error that is thrown. */
  toError: (message: string) => Error;
}

/**
 * Runs `work` with the URL of the server's database: DATABASE_URL, the private PostgreSQL of a running Almagest, or a private
 * one that is started only for `work`. Waits up to a minute for an Almagest that is starting or stopping.
 */
export async function withServerUrl<T>(
  settings: Settings,
  { mayCreate, isBrief, toError }: ServerUrlOptions,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (settings.databaseUrl !== '') return work(settings.databaseUrl);
  const dataDir = resolve(settings.dataDir);
  for (const until = Date.now() + WAIT_MS; ; await pause()) {
    const found = await findPrivatePostgres(dataDir);
    if (found === null && !mayCreate) {
      throw toError(
        `DATA_DIR ${dataDir} contains no private PostgreSQL: set DATA_DIR or DATABASE_URL as the server has it.`,
      );
    }
    if (found?.url) return work(found.url);
    if (found?.isInUse !== true) break;
    if (Date.now() > until)
      throw toError(`Almagest in ${dataDir} is starting or stopping; run this again in a moment.`);
  }
  const servers = await startEmbedded({ dataDir, databaseUrl: '', redisUrl: NO_REDIS, isBrief }).catch(
    (error: Error) => Promise.reject(toError(error.message)),
  );
  try {
    return await work(servers.databaseUrl);
  } finally {
    await servers.stop();
  }
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, RETRY_MS));
