import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerUrlOptions } from '../maintenance/server-url';

/** Why a backup or a restore failed, in a sentence for the operator. */
export class BackupError extends Error {}

/** Options of `withServerUrl` for a backup or a restore. */
export const backupOptions = (mayCreate: boolean): ServerUrlOptions => ({
  mayCreate,
  isBrief: false,
  toError: (message) => new BackupError(message),
});

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

/** The content of a backup. It is written last: a folder without it is no complete backup. */
export interface Manifest {
  format: number;
  /** Version of Almagest that wrote it. */
  almagest: string;
  postgres: string;
  /** When the snapshot of the database was taken. */
  snapshot_at: string;
  /** The applied migrations, which determine the schema, its roles, grants and policies. */
  migrations: { timestamp: string; name: string }[];
  tables: SavedTable[];
  /** The used sequences with the last value of each. */
  sequences: { name: string; last_value: string }[];
  files: { count: number; bytes: number; missing: number; sha256: string };
}

/** A line of the file list: a copied file, or why it was not copied. */
export type SavedFile =
  | { key: string; size: number; sha256: string }
  /** `expired`: removed by retention while the backup ran; `lost`: missing although a job refers to it. */
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

/** Throws a `BackupError` when the folder has no complete backup, or one of a newer format. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(
      `${folder} is not a complete backup: its ${MANIFEST} cannot be read (${error.code ?? error.message}).`,
    );
  });
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === FORMAT) return manifest;
    throw new BackupError(
      `${folder} is a backup of format ${manifest.format}, written by Almagest ${manifest.almagest}: restore it with that version.`,
    );
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`${join(folder, MANIFEST)} is damaged: it is not JSON.`);
  }
}
