import { join } from 'node:path';
import { startEmbedded } from '../../src/embedded/start-embedded';

const TYPESCRIPT = ['--require', join(__dirname, '../../test/support/swc-register.cjs')];

/** The PostgreSQL on which all contenders of a run are measured. */
export interface BenchPostgres {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Returns the server of DATABASE_URL, else a private one with production settings: commits are synced to the disk. */
export async function findPostgres(folder: string): Promise<BenchPostgres> {
  const configured = process.env.DATABASE_URL ?? '';
  if (configured !== '') return { url: configured, stop: async () => undefined };
  const servers = await startEmbedded({
    dataDir: folder,
    databaseUrl: '',
    redisUrl: 'redis://the-app-brings-its-own',
    nodeArguments: TYPESCRIPT,
  });
  return { url: servers.databaseUrl, stop: servers.stop };
}
