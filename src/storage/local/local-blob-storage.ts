import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { failpoint } from '../../config/failpoint';
import { checkBlobKey, checkKeyPrefix, isBlobKey } from '../blob-key';
import {
  BlobNotFoundError,
  type BlobStat,
  BlobStorage,
  StorageUnavailableError,
  type StoredBlob,
} from '../blob-storage';
import { hasCode, isMissing, toStorageError } from './file-errors';
import { makeFolder, syncFolder } from './folders';
import { proposeIdentity, readIdentity } from './identity';
import { walkFiles } from './walk-files';
import { WatchedSource } from '../watched-source';

/** No segment of a key begins with a dot, so neither of these can be a blob. */
const TEMPORARY = '.tmp';
const IDENTITY = '.id';

/**
 * Blobs as files under one folder, each at `<root>/<key>`. They are written under a temporary name of the same
 * filesystem, synced and renamed, so that a reader, a crash or a power cut never meets half of one.
 * Several processes may share the folder.
 */
export class LocalBlobStorage extends BlobStorage {
  /** The identity of the files, once it was asked for. */
  private known: string | null = null;

  /** `root` is an absolute path; the folder is made when it is first written to. */
  constructor(private readonly root: string) {
    super();
  }

  override get place(): string {
    return this.root;
  }

  override async put(key: string, source: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
    const path = this.path(key);
    const watched = new WatchedSource(source);
    try {
      return await this.withTemporary(async (handle, temporary) => {
        const written = await write(handle, watched);
        await handle.sync();
        await handle.close(); // a file system in the network may report a lack of space only now
        await makeFolder(dirname(path));
        failpoint('storage.written');
        await publish(temporary, path);
        failpoint('storage.renamed');
        return written;
      });
    } catch (error) {
      throw watched.threw(error) ? error : toStorageError(error);
    }
  }

  override async open(key: string, range: { start?: number; end?: number } = {}): Promise<Readable> {
    const handle = await this.openFile(key);
    try {
      return handle.createReadStream(range);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  override link(): Promise<null> {
    return Promise.resolve(null);
  }

  override async stat(key: string): Promise<BlobStat | null> {
    try {
      const found = await stat(this.path(key));
      return found.isFile() ? { size: found.size, modifiedAt: found.mtime } : null;
    } catch (error) {
      if (!isMissing(error)) throw toStorageError(error);
      await this.checkIdentity();
      return null;
    }
  }

  override async remove(key: string): Promise<void> {
    const path = this.path(key);
    await this.checkIdentity();
    try {
      await rm(path, { force: true });
    } catch (error) {
      if (!isMissing(error) && !hasCode(error, 'ERR_FS_EISDIR')) throw toStorageError(error);
    }
  }

  override async *list(prefix: string): AsyncIterable<{ key: string; modifiedAt: Date }> {
    checkKeyPrefix(prefix);
    await this.checkIdentity();
    for await (const { path, modifiedAt } of walkFiles(join(this.root, prefix))) {
      const key = `${prefix}/${path}`;
      if (isBlobKey(key)) yield { key, modifiedAt };
    }
  }

  override async sweep(olderThanMs: number): Promise<number> {
    const youngest = Date.now() - olderThanMs;
    let swept = 0;
    for await (const { path, modifiedAt } of walkFiles(join(this.root, TEMPORARY))) {
      if (modifiedAt.getTime() > youngest) continue;
      await rm(join(this.root, TEMPORARY, path), { force: true });
      swept += 1;
    }
    return swept;
  }

  override async check(): Promise<void> {
    await this.withTemporary(async (handle, temporary) => {
      await handle.writeFile('writable');
      await rm(temporary);
    }).catch((error: unknown) => {
      throw toStorageError(error);
    });
  }

  override async identity(): Promise<string> {
    const path = join(this.root, IDENTITY);
    this.known ??= await readIdentity(path);
    if (this.known !== null) return this.known;
    await this.withTemporary((handle, temporary) =>
      proposeIdentity(path, randomUUID(), { path: temporary, handle }),
    );
    return this.identity();
  }

  override knownIdentity(): Promise<string | null> {
    return readIdentity(join(this.root, IDENTITY));
  }

  /** Throws `StorageUnavailableError` when the folder is not the one whose identity was read. */
  private async checkIdentity(): Promise<void> {
    if (this.known === null) return;
    const found = await readIdentity(join(this.root, IDENTITY)).catch((error: unknown) => {
      throw toStorageError(error);
    });
    if (found === this.known) return;
    const what = found === null ? 'is empty, not mounted or gone' : 'holds the files of another server';
    throw new StorageUnavailableError(`${this.root} ${what}.`);
  }

  private path(key: string): string {
    checkBlobKey(key);
    return join(this.root, key);
  }

  private async openFile(key: string): Promise<FileHandle> {
    try {
      const handle = await open(this.path(key), 'r');
      if ((await handle.stat()).isFile()) return handle;
      await handle.close();
    } catch (error) {
      if (!isMissing(error)) throw toStorageError(error);
    }
    await this.checkIdentity();
    throw new BlobNotFoundError(key);
  }

  /** Runs `work` with a new file under a temporary name; nothing of that name is left, however it ends. */
  private async withTemporary<T>(work: (handle: FileHandle, path: string) => Promise<T>): Promise<T> {
    const path = join(this.root, TEMPORARY, randomUUID());
    await this.checkIdentity();
    await makeFolder(dirname(path));
    const handle = await open(path, 'wx', 0o600);
    try {
      return await work(handle, path);
    } finally {
      await handle.close().finally(() => rm(path, { force: true }));
    }
  }
}

/** Gives the file its final name for good; when that fails it has neither. */
async function publish(temporary: string, path: string): Promise<void> {
  await rename(temporary, path);
  try {
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function write(handle: FileHandle, source: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    await handle.writeFile(chunk); // appends at the handle's position, and unlike `write` never half a chunk
    size += chunk.length;
  }
  return { size, sha256: hash.digest('hex') };
}
