import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BenchFiles, writeFiles } from './data/files';
import type { Age } from './measure/contender';
import type { Options } from './options';
import { Ours } from './ours/ours';
import { createPeerTables } from './peers/peer-tables';
import { BenchDatabase } from './server/bench-database';
import { type BenchPostgres, findPostgres } from './server/find-postgres';

const PEERS = 'almagest_bench_peers';
/** The user that runs the private Postgres must be able to enter the folder. */
const WORLD_READABLE = 0o755;

/** What the sections of the benchmark work with. */
export interface Workbench {
  readonly options: Options;
  readonly folder: string;
  readonly files: BenchFiles;
  readonly fresh: Ours;
  readonly aged: Ours;
  /** Both instances, for work that is measured on both. */
  readonly instances: readonly { readonly age: Age; readonly ours: Ours }[];
  readonly peers: BenchDatabase;
  /** Prints the progress of the run. */
  readonly print: (line: string) => void;
}

/** Sets up the workbench in a temporary folder, passes it to `use`, and always removes everything afterwards. */
export async function withWorkbench<T>(options: Options, use: (bench: Workbench) => Promise<T>): Promise<T> {
  const undo: (() => Promise<unknown>)[] = [];
  const print = (line: string): void => console.error(line);
  try {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'almagest-bench-')));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    await chmod(folder, WORLD_READABLE);
    print('Writing the files.');
    const files = await writeFiles(folder, options.sizes);
    print('Starting the servers.');
    const postgres: BenchPostgres = await findPostgres(join(folder, 'servers'));
    undo.push(postgres.stop);
    const peers = await BenchDatabase.create(postgres.url, PEERS);
    undo.push(() => peers.drop());
    await createPeerTables(peers);
    const start = async (age: Age): Promise<Ours> => {
      const { sizes, profile } = options;
      const ours = await Ours.start(postgres.url, folder, { age, files, sizes, profile });
      undo.push(() => ours.stop());
      return ours;
    };
    const fresh = await start('fresh');
    print('Filling three other workspaces of the aged instance.');
    const aged = await start('aged');
    const instances = [
      { age: 'fresh', ours: fresh },
      { age: 'aged', ours: aged },
    ] as const;
    return await use({ options, folder, files, fresh, aged, instances, peers, print });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** Returns the function that writes a checkpoint on the shared server before each contender. */
export const settleFor =
  ({ fresh }: Workbench): (() => Promise<void>) =>
  () =>
    fresh.database.settle();
