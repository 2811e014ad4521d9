import { randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Settings } from '../config/settings';
import { LocalBlobStorage } from '../storage/local/local-blob-storage';
import { fault, type Finding, ok, warning } from './finding';

const NAME = 'storage';

/** Whether files can be written, synced, renamed and read in DATA_DIR, and how many more there is room for. */
export async function checkStorage({ dataDir, uploadBytes }: Settings): Promise<Finding> {
  const folder = resolve(dataDir, 'files');
  try {
    await writeAndRead(new LocalBlobStorage(folder));
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const says = `${folder} can be written; ${(free / 1e9).toFixed(1)} GB are free`;
    if (free < uploadBytes) return fault(NAME, says, 'Make room: not even one file of UPLOAD_BYTES fits.');
    if (free < 10 * uploadBytes)
      return warning(NAME, says, 'Make room: fewer than ten files of UPLOAD_BYTES fit.');
    return ok(NAME, says);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fault(
      NAME,
      `${folder} cannot be used: ${why}`,
      'Give the user of Almagest write access, or set DATA_DIR.',
    );
  }
}

async function writeAndRead(storage: LocalBlobStorage): Promise<void> {
  const key = `imports/doctor-${randomUUID()}`;
  const bytes = Buffer.from('Almagest was here.');
  try {
    await storage.put(
      key,
      (async function* () {
        yield bytes;
      })(),
    );
    const read = Buffer.concat(await (await storage.open(key)).toArray());
    if (!read.equals(bytes)) throw new Error('what was read is not what was written.');
  } finally {
    await storage.remove(key);
  }
}
