import { join } from 'node:path';
import { startEmbedded } from '../../src/embedded/start-embedded';

const TYPESCRIPT = ['--require', join(__dirname, '../../test/support/swc-register.cjs')];

/** The Postgres that everybody in a run is measured on. */
export interface BenchPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The one of DATABASE_URL, else a private one with the settings of production: what is committed is on the disk. */
export async function findPostgres(folder: string): Promise<BenchPostgres> {
  const given = process.env.DATABASE_URL ?? '';
  if (given !== '') return { url: given, stop: async () => undefined };
  const servers = await startEmbedded({
    dataDir: folder,
    databaseUrl: '',
    redisUrl: 'redis://the-app-brings-its-own',
    nodeArguments: TYPESCRIPT,
  });
  return { url: servers.databaseUrl, stop: servers.stop };
}
