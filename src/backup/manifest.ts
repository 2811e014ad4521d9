import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Why a backup or a restore cannot be done, in a sentence for whoever runs the server. */
export class BackupError extends Error {}

export const FORMAT = 1;
const MANIFEST = 'manifest.json';
/** One line of JSON for each stored file. */
export const FILE_LIST = 'files.ndjson';

/** A table of a backup; its rows are in `tables/<name>.copy.gz`, in the text form of COPY. */
export interface SavedTable {
  name: string;
  columns: string[];
  rows: number;
  /** Of the compressed file, lower-case hex. */
  sha256: string;
}

/** What a backup holds. It is written last: a folder without it is no whole backup. */
export interface Manifest {
  format: number;
  /** Version of the Almagest that made it. */
  almagest: string;
  postgres: string;
  /** When the snapshot of the database was taken. */
  snapshot_at: string;
  /** The migrations that had been run: the schema, its roles, grants and policies follow from them. */
  migrations: { timestamp: string; name: string }[];
  tables: SavedTable[];
  /** Sequences that were used, and the value each gave last. */
  sequences: { name: string; last_value: string }[];
  files: { count: number; bytes: number; missing: number; sha256: string };
}

/** A line of the list of files: what was copied, or why it was not. */
export type SavedFile =
  | { key: string; size: number; sha256: string }
  /** `expired`: removed in time while the backup ran; `lost`: missing though a job names it. */
  | { key: string; missing: 'expired' | 'lost' };

export const tableFile = (folder: string, { name }: Pick<SavedTable, 'name'>): string =>
  join(folder, 'tables', `${name}.copy.gz`);

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = join(folder, `${MANIFEST}.new`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, join(folder, MANIFEST));
}

/** Throws a `BackupError` when the folder holds no whole backup, or one of a newer form. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(
      `${folder} is no whole backup: its ${MANIFEST} cannot be read (${error.code ?? error.message}).`,
    );
  });
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === FORMAT) return manifest;
    throw new BackupError(
      `${folder} is a backup of form ${manifest.format}, made by Almagest ${manifest.almagest}: restore it with that version.`,
    );
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${join(folder, MANIFEST)} is damaged: it is not JSON.`);
  }
}
