import { randomUUID } from 'node:crypto';
import type { BlobStorage } from '../storage/blob-storage';

/** Stores a small file, reads it and removes it. Throws what the storage throws, and when the bytes differ. */
export async function writeAndRead(storage: BlobStorage): Promise<void> {
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
    if (!read.equals(bytes)) throw new Error('the file read back differs from the one written.');
  } finally {
    await storage.remove(key);
  }
}
