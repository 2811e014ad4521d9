import { randomBytes, randomUUID } from 'node:crypto';
import {
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { parseStorageUrl } from '../src/config/storage-url';
import { BlobNotFoundError, StorageFullError, StorageUnavailableError } from '../src/storage/blob-storage';
import { Bucket, type Patience } from '../src/storage/s3/bucket';
import { S3BlobStorage } from '../src/storage/s3/s3-blob-storage';
import { describeS3 } from './support/swift/describe-s3';
import { type FaultyProxy, type SeenRequest, startFaultyProxy } from './support/swift/faulty-proxy';

const SMALL = randomBytes(300_000);
const LARGE = randomBytes(16 * 1_048_576);
const PATIENCE: Patience = { connectMs: 2_000, answerMs: 2_000, idleMs: 1_000 };
/** One request is sent four times at most. */
const ATTEMPTS = 4;

describeS3('The driver of S3 when the server, the network or the settings fail', (s3) => {
  let url: string;
  let proxy: FaultyProxy;
  let storage: S3BlobStorage;

  beforeEach(async () => {
    proxy = await startFaultyProxy(s3.url());
    url = await s3.makeBucket(proxy.url);
    const identity = { Bucket: new URL(url).host, Key: 'one/two/.id', Body: randomUUID() };
    await s3.client().send(new PutObjectCommand(identity));
    storage = open();
    await storage.identity();
    await storage.put('imports/old', chunks(SMALL));
    proxy.seen.length = 0;
  });
  afterEach(async () => {
    await proxy.stop();
    await s3.removeBucket(url).catch(() => undefined); // it vanished
  });

  const open = (address = url, patience?: Patience): S3BlobStorage =>
    new S3BlobStorage(new Bucket(parseStorageUrl(address), { encryption: '', tags: '' }, patience));

  /** What is in the bucket behind the proxy. */
  const inBucket = async (): Promise<{ keys: string[]; uploads: number }> => {
    const Bucket = new URL(url).host;
    const { Contents = [] } = await s3
      .client()
      .send(new ListObjectsV2Command({ Bucket, Prefix: 'one/two/' }));
    const { Uploads = [] } = await s3.client().send(new ListMultipartUploadsCommand({ Bucket }));
    return { keys: Contents.map(({ Key = '' }) => Key.slice('one/two/'.length)), uploads: Uploads.length };
  };

  /** Every operation of the port, and what it gives when nothing fails. */
  const OPERATIONS: [string, (of: S3BlobStorage) => Promise<unknown>, unknown][] = [
    ['put', async (of) => (await of.put('imports/new', chunks(SMALL))).size, SMALL.length],
    ['put in parts', async (of) => (await of.put('imports/new', chunks(LARGE))).size, LARGE.length],
    ['open', async (of) => (await read(of)).equals(SMALL), true],
    ['stat', async (of) => (await of.stat('imports/old'))?.size, SMALL.length],
    ['stat of none', (of) => of.stat('imports/none'), null],
    ['remove', (of) => of.remove('imports/old'), undefined],
    ['list', keysOf, ['imports/old']],
    ['sweep', (of) => of.sweep(0), 0],
    ['check', (of) => of.check(), undefined],
  ];

  describe.each(OPERATIONS)('%s', (_name, operation, expected) => {
    it.each([
      ['500', { status: 500 }],
      ['503 SlowDown', { status: 503, code: 'SlowDown' }],
      ['a lost request', 'lose-request'],
      ['a lost answer', 'lose-answer'],
    ] as const)('goes on after %s of every first attempt', async (_fault, fault) => {
      const met = new Set<string>();
      proxy.decide((request) => {
        const first = !met.has(idOf(request));
        met.add(idOf(request));
        return first ? fault : 'pass';
      });
      expect(await operation(storage)).toEqual(expected);
      proxy.decide(() => 'pass');
      if (fault === 'lose-answer') await storage.sweep(-5_000); // an upload whose id was lost is left to the sweep
      expect((await inBucket()).uploads).toBe(0);
    });

    it.each([
      ['500', { status: 500 }, /http:\/\/127.*answers 500( InternalError)? for s3:.*STORAGE_URL/],
      [
        '403',
        { status: 403, code: 'AccessDenied' },
        /does not allow this in s3:.*403( AccessDenied)?\).*STORAGE_URL/,
      ],
      [
        'a lost request',
        'lose-request',
        /cannot be reached \(.*(ECONNRESET|socket hang up)\); correct endpoint or region in STORAGE_URL/,
      ],
    ] as const)(
      'ends after a bounded number of attempts when %s lasts, and leaves nothing half',
      async (_f, fault, says) => {
        const before = await inBucket();
        proxy.decide(() => fault);
        const error = await operation(storage).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(StorageUnavailableError);
        expect((error as Error).message).toMatch(says);
        expect(proxy.seen.length).toBeLessThanOrEqual(2 * ATTEMPTS);
        expect(await inBucket()).toEqual(before);
      },
    );
  });

  describe('an upload', () => {
    it('in parts leaves none of them when one is refused for good', async () => {
      proxy.decide(({ path }) => (path.includes('partNumber=2') ? { status: 500 } : 'pass'));
      await expect(storage.put('imports/new', chunks(LARGE))).rejects.toThrow(/answers 500/);
      expect(await inBucket()).toEqual({ keys: ['.id', 'imports/old'], uploads: 0 });
    });

    it.each([
      [
        'of one request',
        SMALL,
        ({ method, path }: SeenRequest) => method === 'PUT' && path.includes('imports/new'),
      ],
      ['in parts', LARGE, ({ method, path }: SeenRequest) => method === 'POST' && path.includes('uploadId')],
    ])('%s whose last answer is lost each time is found to be whole', async (_what, bytes, isLast) => {
      proxy.decide((request) => (isLast(request) ? 'lose-answer' : 'pass'));
      expect(await storage.put('imports/new', chunks(bytes))).toMatchObject({ size: bytes.length });
      expect((await read(storage, 'imports/new')).equals(bytes)).toBe(true);
      expect((await inBucket()).uploads).toBe(0);
    });

    it('that is damaged on its way is refused by the server', async () => {
      const bytes = Buffer.from('0123456789');
      proxy.decide(({ method }) => (method === 'PUT' ? { status: 400, code: 'BadDigest' } : 'pass'));
      await expect(storage.put('imports/new', chunks(bytes))).rejects.toThrow(/400 BadDigest/);
      expect((await inBucket()).keys).not.toContain('imports/new');
    });

    it('for which there is no space says so', async () => {
      proxy.decide(({ method }) => (method === 'PUT' ? { status: 507, code: 'XMinioStorageFull' } : 'pass'));
      await expect(storage.put('imports/new', chunks(SMALL))).rejects.toBeInstanceOf(StorageFullError);
    });
  });

  describe('a download', () => {
    it('goes on where its connection breaks, as often as it gets further', async () => {
      await storage.put('imports/large', chunks(LARGE));
      proxy.seen.length = 0;
      proxy.decide(({ method }) => (method === 'GET' ? { cutAfter: 2_000_000 } : 'pass'));
      expect((await read(storage, 'imports/large')).equals(LARGE)).toBe(true);
      expect(proxy.seen.length).toBeGreaterThan(8);
      const part = await storage.open('imports/large', { start: 1_000, end: 9_000_000 });
      expect(Buffer.concat(await part.toArray()).equals(LARGE.subarray(1_000, 9_000_001))).toBe(true);
    });

    it('fails when it gets no further', async () => {
      let answers = 0;
      proxy.decide(() => (answers++ === 0 ? { cutAfter: 1_000 } : { cutAfter: 0 }));
      const error = await read(storage).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StorageUnavailableError);
      expect(proxy.seen.length).toBeLessThanOrEqual(ATTEMPTS + 1);
    });

    it('does not go on in another object of the same key', async () => {
      let replaced = false;
      proxy.decide(() => (replaced ? 'pass' : { cutAfter: 1_000 }));
      const stream = await storage.open('imports/old');
      await open(url.replace(proxy.url, s3.url())).put('imports/old', chunks(SMALL.subarray(1)));
      replaced = true;
      await expect(stream.toArray()).rejects.toThrow(/answers 412/);
    });

    it('ends a connection that its reader leaves', async () => {
      await storage.put('imports/large', chunks(LARGE));
      const stream = await storage.open('imports/large');
      for await (const chunk of stream) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect(stream.destroyed).toBe(true);
    });
  });

  it('gives up a server that does not answer', async () => {
    proxy.decide(() => 'hang');
    const error = await open(url, PATIENCE)
      .stat('imports/old')
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StorageUnavailableError);
    expect((error as Error).message).toMatch(/http:\/\/127.*does not answer in time \(STORAGE_URL\)/);
    expect(proxy.seen.length).toBeLessThanOrEqual(ATTEMPTS);
  });

  describe('a clock that is wrong', () => {
    const HOUR_MS = 3_600_000;
    afterEach(() => jest.restoreAllMocks());
    const shiftClock = (): void => {
      const now = Date.now.bind(Date);
      jest.spyOn(Date, 'now').mockImplementation(() => now() + HOUR_MS);
    };

    it('is corrected by that of the server', async () => {
      shiftClock();
      expect(await open().stat('imports/old')).toMatchObject({ size: SMALL.length });
      expect(proxy.seen.length).toBeGreaterThan(1);
    });

    it('is named when the server tells no better time', async () => {
      shiftClock();
      proxy.decide(() => ({ date: new Date(Date.now()).toUTCString() }));
      await expect(open().knownIdentity()).rejects.toThrow(
        /the clock of this machine is not that of http.*RequestTimeTooSkewed/,
      );
    });
  });

  describe('a bucket', () => {
    const remove = async (): Promise<void> => {
      const Bucket = new URL(url).host;
      for (const key of (await inBucket()).keys)
        await s3.client().send(new DeleteObjectCommand({ Bucket, Key: `one/two/${key}` }));
      await s3.client().send(new DeleteBucketCommand({ Bucket }));
    };

    it('that vanishes is named by every operation, and no file in it is said to be missing', async () => {
      await remove();
      for (const [, operation] of OPERATIONS) {
        const error = await operation(storage).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(StorageUnavailableError);
        expect((error as Error).message).toMatch(
          /STORAGE_URL: http.* has no bucket "files-.*create it, or correct/,
        );
      }
      await expect(open().identity()).rejects.toThrow(/has no bucket/);
    });

    it('of another server, or an empty one, is neither read nor written', async () => {
      const object = { Bucket: new URL(url).host, Key: 'one/two/.id' };
      await s3.client().send(new DeleteObjectCommand(object));
      await expect(storage.put('imports/new', chunks(SMALL))).rejects.toThrow(
        /is empty, or another bucket; correct STORAGE_URL/,
      );
      await open().identity();
      for (const operation of [
        () => storage.put('imports/new', chunks(SMALL)),
        () => storage.stat('imports/none'),
        () => storage.remove('imports/old'),
        () => storage.check(),
      ])
        await expect(operation()).rejects.toThrow(/has the files of another server; correct STORAGE_URL/);
      expect((await inBucket()).keys).toEqual(['.id', 'imports/old']);
    });

    it('that is there has no file of a name that was never stored', async () => {
      await expect(storage.open('imports/none')).rejects.toBeInstanceOf(BlobNotFoundError);
    });
  });

  describe('credentials', () => {
    const before = { ...process.env };
    afterEach(() =>
      Object.assign(
        process.env,
        { AWS_ACCESS_KEY_ID: 'test:tester', AWS_SECRET_ACCESS_KEY: 'testing' },
        before,
      ),
    );

    it.each([
      [
        'a wrong secret',
        { AWS_SECRET_ACCESS_KEY: 'wrong' },
        /refuses the credentials of STORAGE_URL \(SignatureDoesNotMatch\)/,
      ],
      [
        'an unknown key',
        { AWS_ACCESS_KEY_ID: 'test:nobody' },
        /refuses the credentials of STORAGE_URL|does not allow this/,
      ],
      [
        'none',
        { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
        /there are no credentials for STORAGE_URL; set AWS_ACCESS_KEY_ID/,
      ],
    ])('that are %s are named', async (_what, environment, says) => {
      Object.assign(process.env, environment);
      const error = await open()
        .identity()
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StorageUnavailableError);
      expect((error as Error).message).toMatch(says);
    });
  });
});

/** The same for all attempts of one request. */
const idOf = ({ method, path, headers }: SeenRequest): string =>
  `${method} ${path} ${String(headers['amz-sdk-invocation-id'])}`;

async function keysOf(storage: S3BlobStorage): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list('imports')) keys.push(key);
  return keys;
}

async function* chunks(bytes: Buffer): AsyncIterable<Buffer> {
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}

async function read(storage: S3BlobStorage, key = 'imports/old'): Promise<Buffer> {
  return Buffer.concat(await (await storage.open(key)).toArray());
}
