import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import type { Installation, Worker } from './installation';

const TWO_HOURS_MS = 7_200_000;
const LIMIT_MS = 30_000;

/**
 * Finds files that no job names, and jobs whose file is missing. What a killed process left is the
 * sweep's, which spares the last hour: so every file is made older, and `startWorker` starts one,
 * for a worker sweeps when it starts.
 */
export async function checkStorage(
  installation: Installation,
  startWorker: () => Promise<Worker>,
): Promise<string[]> {
  const root = join(installation.dataDir, 'files');
  const before = new Date(Date.now() - TWO_HOURS_MS);
  for (const file of await filesIn(root)) await utimes(join(root, file), before, before);
  await startWorker();
  let wrong: string[] = [];
  const isClean = async (): Promise<boolean> => {
    const named = await installation.query<{ key: string }>(
      `SELECT blob_key AS key FROM import_jobs UNION ALL
       SELECT blob_key FROM export_jobs WHERE blob_key IS NOT NULL`,
    );
    const keys = new Set(named.map(({ key }) => key));
    const files = await filesIn(root);
    wrong = [
      ...files.filter((file) => !keys.has(file)).map((file) => `storage: ${file} belongs to no job`),
      ...[...keys].filter((key) => !files.includes(key)).map((key) => `storage: ${key} is missing`),
    ];
    return wrong.length === 0;
  };
  return eventually('the storage is clean', isClean, LIMIT_MS).then(
    () => [],
    () => wrong,
  );
}

async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== '.id')
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
