import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './file-errors';

/** A file below a folder: its path from there, with `/`, and when it was last written. */
interface FoundFile {
  path: string;
  modifiedAt: Date;
}

/** Every file below `folder`, in no order. One that disappears meanwhile is left out; a missing folder has none. */
export async function* walkFiles(folder: string): AsyncIterable<FoundFile> {
  for (const name of await namesIn(folder)) {
    const found = await stat(join(folder, name)).catch(nullIfMissing);
    if (found?.isFile()) yield { path: name, modifiedAt: found.mtime };
    if (!found?.isDirectory()) continue;
    for await (const { path, modifiedAt } of walkFiles(join(folder, name))) {
      yield { path: `${name}/${path}`, modifiedAt };
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of await opendir(folder)) names.push(name);
  } catch (error) {
    nullIfMissing(error);
  }
  return names;
}

function nullIfMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}
