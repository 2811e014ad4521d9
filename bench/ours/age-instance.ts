import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWorkspaceFiles } from '../data/files';
import { otherWorkspaces, type WorkspaceSizes } from '../options';
import type { BenchDatabase } from '../server/bench-database';
import type { Client } from './client';
import { fillWorkspace, setUpWorkspace } from './set-up-workspace';

/**
 * Uses an instance as others have before: three workspaces of different sizes, filled through the API with the same
 * identifiers as the measured one, and then statistics, which know those three and nothing else.
 */
export async function ageInstance(
  client: Client,
  database: BenchDatabase,
  folder: string,
  sizes: WorkspaceSizes,
): Promise<void> {
  for (const [name, size] of otherWorkspaces(sizes)) {
    const other = await client.createWorkspace(`other-${name}`);
    const path = join(folder, name);
    const files = await writeWorkspaceFiles(path, size);
    await setUpWorkspace(other, files);
    await fillWorkspace(other, files, size.calendarDays);
    await rm(path, { recursive: true });
  }
  await database.query('VACUUM ANALYZE');
}
