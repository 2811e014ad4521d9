import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWorkspaceFiles } from '../data/files';
import { otherWorkspaces, smallestWorkspace, type WorkspaceSizes } from '../options';
import type { BenchDatabase } from '../server/bench-database';
import type { Client } from './client';
import { fillWorkspace, setUpWorkspace } from './set-up-workspace';

/**
 * Runs every kind of job once in a small workspace of a fresh instance and empties all its tables. The process is then as
 * warm as that of the aged instance, and the database has no rows. Gathers statistics of the empty tables.
 */
export async function warmUpInstance(
  client: Client,
  database: BenchDatabase,
  folder: string,
  sizes: WorkspaceSizes,
): Promise<void> {
  await fillOther(client, folder, ['warm-up', smallestWorkspace(sizes)]);
  await database.query('TRUNCATE instrument_types, market_types, series CASCADE');
  await database.query('VACUUM ANALYZE');
}

/**
 * Fills three other workspaces of different sizes through the API, with the same identifiers as the measured one, and then
 * gathers statistics, which describe only those three.
 */
export async function ageInstance(
  client: Client,
  database: BenchDatabase,
  folder: string,
  sizes: WorkspaceSizes,
): Promise<void> {
  for (const other of otherWorkspaces(sizes)) await fillOther(client, folder, other);
  await database.query('VACUUM ANALYZE');
}

/** Creates a workspace and fills it from generated files, which are removed afterwards. */
async function fillOther(
  client: Client,
  folder: string,
  [name, size]: [name: string, sizes: WorkspaceSizes],
): Promise<void> {
  const other = await client.createWorkspace(`other-${name}`);
  const path = join(folder, name);
  const files = await writeWorkspaceFiles(path, size);
  await setUpWorkspace(other, files);
  await fillWorkspace(other, files, size.calendarDays);
  await rm(path, { recursive: true });
}
