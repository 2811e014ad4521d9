import { randomBytes } from 'node:crypto';
import fs, { type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFullDisk } from '../../../test/support/full-disk';
import { describeBlobStorage, type StorageUnderTest } from '../../../test/support/blob-storage.contract';
import { StorageFullError, StorageUnavailableError } from '../blob-storage';
import { LocalBlobStorage } from './local-blob-storage';

const makeRoot = (): Promise<string> => fs.mkdtemp(join(tmpdir(), 'almagest-storage-'));

describeBlobStorage('A local folder', async (): Promise<StorageUnderTest> => {
  const root = await makeRoot();
  return {
    storage: new LocalBlobStorage(root),
    again: new LocalBlobStorage(root),
    cleanUp: () => fs.rm(root, { recursive: true }),
  };
});

describe('LocalBlobStorage', () => {
  let root: string;
  beforeEach(async () => (root = await makeRoot()));
  afterEach(() => fs.rm(root, { recursive: true }));

  it('creates its folder, and the ones above it, when it is first written to', async () => {
    const storage = new LocalBlobStorage(join(root, 'deep', 'files'));
    expect(await storage.stat('imports/a')).toBeNull();
    expect(await storage.sweep(0)).toBe(0);
    await storage.put('imports/a', bytes(10));
    expect(await fs.readdir(join(root, 'deep', 'files', 'imports'))).toEqual(['a']);
  });

  it('sweeps the temporary files that a killed process left, and only those old enough', async () => {
    const storage = new LocalBlobStorage(root);
    await storage.put('imports/a', bytes(10));
    const hourAgo = new Date(Date.now() - 3_600_000);
    for (const name of ['old', 'older', 'young']) await fs.writeFile(join(root, '.tmp', name), 'half');
    await fs.utimes(join(root, '.tmp', 'old'), hourAgo, hourAgo);
    await fs.utimes(join(root, '.tmp', 'older'), hourAgo, hourAgo);
    expect(await storage.sweep(1_800_000)).toBe(2);
    expect(await fs.readdir(join(root, '.tmp'))).toEqual(['young']);
    expect(await storage.stat('imports/a')).toMatchObject({ size: 10 });
  });

  it('does not list strangers in its folder', async () => {
    const storage = new LocalBlobStorage(root);
    await storage.put('imports/a', bytes(1));
    await fs.writeFile(join(root, 'imports', 'Read Me.txt'), 'x');
    await fs.symlink('/nowhere', join(root, 'imports', 'broken'));
    const keys: string[] = [];
    for await (const { key } of storage.list('imports')) keys.push(key);
    expect(keys).toEqual(['imports/a']);
  });

  it('cannot write where its folder is a file, and says so when it is checked', async () => {
    await fs.writeFile(join(root, 'files'), 'not a folder');
    const storage = new LocalBlobStorage(join(root, 'files'));
    await expect(storage.check()).rejects.toThrow(/ENOTDIR|EEXIST/);
  });

  it('keeps its identity over a restart', async () => {
    const id = await new LocalBlobStorage(root).identity();
    expect(await new LocalBlobStorage(root).identity()).toBe(id);
    expect(await fs.readFile(join(root, '.id'), 'utf8')).toBe(`${id}\n`);
  });

  /** A local disk says so at the write already; one in the network, or with a quota, only here. */
  it.each(['ENOSPC', 'EDQUOT'])(
    'reports %s at the sync, the close, the rename and the sync of the folder',
    async (code) => {
      const storage = new LocalBlobStorage(root);
      await storage.put('imports/a', bytes(10));
      const full = Object.assign(new Error(code), { code, syscall: 'fsync' });
      const handle = await fs.open(join(root, 'imports', 'a'), 'r');
      const prototype = Object.getPrototypeOf(handle) as { sync: () => Promise<void> };
      await handle.close();
      const open = fs.open.bind(fs);
      const failingClose = async (opened: Promise<FileHandle>): Promise<FileHandle> => {
        const file = await opened;
        const close = file.close.bind(file);
        file.close = () => close().then(() => Promise.reject(full));
        return file;
      };
      const spies = [
        () => jest.spyOn(prototype, 'sync').mockRejectedValueOnce(full),
        () => jest.spyOn(fs, 'open').mockImplementationOnce((...of) => failingClose(open(...of))),
        () => jest.spyOn(fs, 'rename').mockRejectedValueOnce(full),
        () => jest.spyOn(prototype, 'sync').mockResolvedValueOnce().mockRejectedValueOnce(full),
      ];
      for (const spyOn of spies) {
        const spy = spyOn();
        await expect(storage.put('imports/b', bytes(10))).rejects.toBeInstanceOf(StorageFullError);
        spy.mockRestore();
        expect([await storage.stat('imports/b'), await fs.readdir(join(root, '.tmp'))]).toEqual([null, []]);
      }
      await storage.put('imports/b', bytes(10));
      expect(await storage.stat('imports/b')).toMatchObject({ size: 10 });
    },
  );

  it('passes on what the source throws, also when it looks like an error of the disk', async () => {
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' });
    const broken = (async function* (): AsyncIterable<Buffer> {
      yield Buffer.from('a');
      throw reset;
    })();
    await expect(new LocalBlobStorage(root).put('imports/a', broken)).rejects.toBe(reset);
  });

  it('neither reads nor writes in a folder that is not the one it was started with', async () => {
    const storage = new LocalBlobStorage(join(root, 'files'));
    await storage.identity();
    await storage.put('imports/a', bytes(10));
    await fs.rename(join(root, 'files'), join(root, 'away'));
    const calls = [
      () => storage.put('imports/b', bytes(1)),
      () => storage.open('imports/a'),
      () => storage.stat('imports/a'),
      () => storage.remove('imports/a'),
      () => storage.list('imports')[Symbol.asyncIterator]().next(),
      () => storage.check(),
    ];
    for (const call of calls) await expect(call()).rejects.toBeInstanceOf(StorageUnavailableError);
    expect(await fs.readdir(root)).toEqual(['away']);
    await fs.rename(join(root, 'away'), join(root, 'files'));
    await storage.check();
    expect(await storage.stat('imports/a')).toMatchObject({ size: 10 });
  });

  it('reports a full disk by its own error and leaves nothing behind', async () => {
    const disk = await makeFullDisk();
    try {
      const storage = new LocalBlobStorage(disk.folder);
      await expect(storage.put('imports/a', bytes(4_000_000))).rejects.toBeInstanceOf(StorageFullError);
      expect(await storage.stat('imports/a')).toBeNull();
      expect(await fs.readdir(join(disk.folder, '.tmp'))).toEqual([]);
    } finally {
      await disk.remove();
    }
  });
});

async function* bytes(size: number): AsyncIterable<Buffer> {
  for (let left = size; left > 0; left -= 65_536) yield randomBytes(Math.min(left, 65_536));
}
