import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { BlobNotFoundError, type BlobStorage } from '../../src/storage/blob-storage';
import { BlobKeyError } from '../../src/storage/blob-key';
import { collectGarbage } from './collect-garbage';

const MEBIBYTE = 1_048_576;

/** A storage of its own for one test, and how to be rid of it. */
export interface StorageUnderTest {
  storage: BlobStorage;
  /** The same place seen by another process: a second instance on it. */
  again: BlobStorage;
  cleanUp: () => Promise<void>;
}

/**
 * What every driver of `BlobStorage` must do. `make` is asked for a fresh, empty storage before
 * each test. `bytes` is the memory that one upload or download may take.
 */
export function describeBlobStorage(
  name: string,
  make: () => Promise<StorageUnderTest>,
  bytes = 8 * MEBIBYTE,
): void {
  describe(`${name} is a blob storage`, () => {
    let under: StorageUnderTest;
    let storage: BlobStorage;
    const key = `imports/${randomUUID()}`;

    beforeEach(async () => {
      under = await make();
      storage = under.storage;
    });
    afterEach(() => under.cleanUp());

    it('gives back the very bytes it was given, and their size and hash', async () => {
      const bytes = randomBytes(300_001);
      const stored = await storage.put(key, chunks(bytes, 65_537));
      expect(stored).toEqual({ size: bytes.length, sha256: sha256(bytes) });
      expect(await read(storage, key)).toEqual(bytes);
    });

    it('keeps an empty blob', async () => {
      expect(await storage.put(key, chunks(Buffer.alloc(0), 1))).toEqual({
        size: 0,
        sha256: sha256(Buffer.alloc(0)),
      });
      expect(await read(storage, key)).toEqual(Buffer.alloc(0));
      expect(await storage.stat(key)).toMatchObject({ size: 0 });
    });

    it('streams 50 MiB in and out and never holds more than a few of them', async () => {
      const hash = createHash('sha256');
      const idle = heldBytes();
      let most = 0;
      const measured = async function* (): AsyncIterable<Buffer> {
        for (let mebibyte = 0; mebibyte < 50; mebibyte += 1) {
          const chunk = randomBytes(MEBIBYTE);
          hash.update(chunk);
          yield chunk;
          if (mebibyte % 4 === 3) most = Math.max(most, heldBytes() - idle);
        }
      };
      const stored = await storage.put(key, measured());
      expect(stored).toEqual({ size: 50 * MEBIBYTE, sha256: hash.digest('hex') });

      const back = createHash('sha256');
      let next = MEBIBYTE;
      let size = 0;
      for await (const chunk of await storage.open(key)) {
        back.update(chunk);
        size += chunk.length;
        if (size < next) continue;
        next += 4 * MEBIBYTE;
        most = Math.max(most, heldBytes() - idle);
      }
      expect(back.digest('hex')).toBe(stored.sha256);
      expect(most).toBeLessThan(bytes);
    });

    it('shows nothing of a blob before it is whole', async () => {
      const seen: unknown[] = [];
      const spied = async function* (): AsyncIterable<Buffer> {
        yield randomBytes(100_000);
        seen.push(await under.again.stat(key), await keys(under.again, 'imports'));
        yield randomBytes(100_000);
      };
      await storage.put(key, spied());
      expect(seen).toEqual([null, []]);
      expect(await under.again.stat(key)).toMatchObject({ size: 200_000 });
    });

    it('replaces a blob at once: a reader of the old one keeps it, a new reader gets the new one', async () => {
      await storage.put(key, chunks(Buffer.alloc(200_000, 'a'), 1_000));
      const reader = await storage.open(key);
      await storage.put(key, chunks(Buffer.from('new'), 1));
      expect(await collect(reader)).toEqual(Buffer.alloc(200_000, 'a'));
      expect(await read(storage, key)).toEqual(Buffer.from('new'));
    });

    it('leaves one whole blob when two writers race for a key', async () => {
      const bytes = ['a', 'b', 'c', 'd'].map((letter) => Buffer.alloc(500_000, letter));
      await Promise.all(
        bytes.map((each, index) => (index % 2 ? storage : under.again).put(key, chunks(each, 10_000))),
      );
      const left = await read(storage, key);
      expect(bytes.some((each) => each.equals(left))).toBe(true);
    });

    it('leaves nothing of a source that fails, and throws what the source threw', async () => {
      const failure = new Error('the client is gone');
      const failing = async function* (): AsyncIterable<Buffer> {
        yield randomBytes(100_000);
        throw failure;
      };
      await expect(storage.put(key, failing())).rejects.toBe(failure);
      expect(await storage.stat(key)).toBeNull();
      expect(await keys(storage, 'imports')).toEqual([]);
      expect(await storage.sweep(0)).toBe(0);
    });

    it('keeps the previous blob when its replacement fails', async () => {
      await storage.put(key, chunks(Buffer.from('old'), 1));
      const failing = async function* (): AsyncIterable<Buffer> {
        yield Buffer.from('new');
        throw new Error('cut');
      };
      await expect(storage.put(key, failing())).rejects.toThrow('cut');
      expect(await read(storage, key)).toEqual(Buffer.from('old'));
    });

    it.each([
      ['the middle', { start: 3, end: 6 }, '3456'],
      ['one byte', { start: 0, end: 0 }, '0'],
      ['from a byte to the end', { start: 7 }, '789'],
      ['up to a byte', { end: 2 }, '012'],
      ['more than there is', { start: 8, end: 100 }, '89'],
      ['only what is after the end', { start: 10 }, ''],
    ])('reads a range: %s', async (_what, range, expected) => {
      await storage.put(key, chunks(Buffer.from('0123456789'), 4));
      expect((await read(storage, key, range)).toString()).toBe(expected);
    });

    it('says size and age of a blob, and null where there is none', async () => {
      const before = Date.now();
      await storage.put(key, chunks(Buffer.from('12345'), 2));
      const found = await storage.stat(key);
      expect(found?.size).toBe(5);
      expect(Math.abs((found?.modifiedAt.getTime() ?? 0) - before)).toBeLessThan(60_000);
      expect(await storage.stat('imports/none')).toBeNull();
      expect(await storage.stat('nowhere/none')).toBeNull();
      expect(await storage.stat(`${key}/below`)).toBeNull();
    });

    it('says that a blob is not there when it is opened', async () => {
      await expect(storage.open(key)).rejects.toBeInstanceOf(BlobNotFoundError);
      await storage.put('imports/a/b', chunks(Buffer.from('x'), 1));
      await expect(storage.open('imports/a')).rejects.toBeInstanceOf(BlobNotFoundError);
    });

    it('removes a blob, twice as well as once', async () => {
      await storage.put(key, chunks(Buffer.from('x'), 1));
      await storage.remove(key);
      await storage.remove(key);
      await storage.remove('nowhere/none');
      expect(await storage.stat(key)).toBeNull();
    });

    it('lists the keys of one prefix, whatever their depth, and of no other', async () => {
      for (const each of ['imports/a', 'imports/b/c.csv', 'exports/a', 'imports-old/a']) {
        await storage.put(each, chunks(Buffer.from('x'), 1));
      }
      expect(await keys(under.again, 'imports')).toEqual(['imports/a', 'imports/b/c.csv']);
      expect(await keys(storage, 'exports')).toEqual(['exports/a']);
      expect(await keys(storage, 'nowhere')).toEqual([]);
    });

    it.each([
      '',
      'imports',
      'imports/',
      '/imports/a',
      '//a',
      'imports//a',
      '../a',
      '../x',
      'imports/..',
      'imports/../../x',
      './a/b',
      'imports/.',
      'imports/.hidden',
      '.tmp/a',
      'imports/a\0b',
      'imports/a\n',
      'imports\\a',
      'imports/A',
      'imports/ä',
      'imports/a b',
      'imports/%2e%2e',
      'C:/a',
      `imports/${'a'.repeat(300)}`,
    ])('refuses the key %j, whatever is asked of it', async (hostile) => {
      await expect(storage.put(hostile, chunks(Buffer.from('x'), 1))).rejects.toBeInstanceOf(BlobKeyError);
      await expect(storage.open(hostile)).rejects.toBeInstanceOf(BlobKeyError);
      await expect(storage.stat(hostile)).rejects.toBeInstanceOf(BlobKeyError);
      await expect(storage.remove(hostile)).rejects.toBeInstanceOf(BlobKeyError);
    });

    it.each(['', '/', '..', 'imports/..', '.tmp', 'imports/'])('refuses to list %j', async (hostile) => {
      await expect(keys(storage, hostile)).rejects.toBeInstanceOf(BlobKeyError);
    });

    it('can say that it is able to write, and sweeps nothing where nothing was left', async () => {
      await expect(storage.check()).resolves.toBeUndefined();
      expect(await storage.sweep(0)).toBe(0);
    });

    it('has one identity for everybody who sees the same files, also when they ask at once', async () => {
      const answers = await Promise.all([storage, under.again, storage].map((each) => each.identity()));
      expect(new Set([...answers, await under.again.identity()]).size).toBe(1);
      expect(answers[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

      const elsewhere = await make();
      expect(await elsewhere.storage.identity()).not.toBe(answers[0]);
      await elsewhere.cleanUp();
    });
  });
}

async function* chunks(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

async function read(
  storage: BlobStorage,
  key: string,
  range?: { start?: number; end?: number },
): Promise<Buffer> {
  return collect(await storage.open(key, range));
}

async function keys(storage: BlobStorage, space: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of storage.list(space)) found.push(key);
  return found.sort();
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Bytes of buffers that are still reachable. */
function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}
