import { randomBytes } from 'node:crypto';
import {
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { BlobStorage } from '../src/storage/blob-storage';
import { openStorage } from '../src/storage/open-storage';
import { describeBlobStorage } from './support/blob-storage.contract';
import { describeS3 } from './support/swift/describe-s3';

const MEBIBYTE = 1_048_576;

const open = (storageUrl: string): BlobStorage =>
  openStorage({ dataDir: '/none', storageUrl, storageEncryption: '', storageTags: '' });

describeS3('The driver of S3 on OpenStack Swift', (s3) => {
  describeBlobStorage(
    'A bucket',
    async () => {
      const url = await s3.makeBucket();
      return { storage: open(url), again: open(url), cleanUp: () => s3.removeBucket(url) };
    },
    20 * MEBIBYTE, // 16 of the upload, and those of the connections
  );

  describe('a storage in parts', () => {
    let url: string;
    let storage: BlobStorage;
    beforeEach(async () => {
      url = await s3.makeBucket();
      storage = open(url);
    });
    afterEach(() => s3.removeBucket(url));

    const uploads = async (): Promise<number> => {
      const { Uploads = [] } = await s3
        .client()
        .send(new ListMultipartUploadsCommand({ Bucket: new URL(url).host }));
      return Uploads.length;
    };

    it.each([7 * MEBIBYTE - 1, 7 * MEBIBYTE, 7 * MEBIBYTE + 1, 14 * MEBIBYTE])(
      'takes %i bytes and gives them back',
      async (size) => {
        const bytes = randomBytes(size);
        await storage.put('imports/a', chunks(bytes));
        expect(await storage.stat('imports/a')).toMatchObject({ size });
        expect(Buffer.concat(await (await storage.open('imports/a')).toArray()).equals(bytes)).toBe(true);
        const middle = await storage.open('imports/a', { start: size - 10, end: size - 3 });
        expect(Buffer.concat(await middle.toArray())).toEqual(bytes.subarray(size - 10, size - 2));
        expect(await uploads()).toBe(0);
        await storage.remove('imports/a');
        expect(await storage.stat('imports/a')).toBeNull();
      },
    );

    it('shows nothing before the end, and leaves no part when the source fails', async () => {
      const seen: unknown[] = [];
      const failing = async function* (): AsyncIterable<Buffer> {
        for (let part = 0; part < 3; part++) yield randomBytes(7 * MEBIBYTE);
        seen.push(await open(url).stat('imports/a'), await uploads());
        throw new Error('the client is gone');
      };
      await expect(storage.put('imports/a', failing())).rejects.toThrow('the client is gone');
      expect(seen).toEqual([null, 1]);
      expect([await storage.stat('imports/a'), await uploads()]).toEqual([null, 0]);
    });

    it('sweeps the uploads that a killed process left, of its prefix and old enough', async () => {
      const Bucket = new URL(url).host;
      for (const Key of ['one/two/imports/a', 'one/two/exports/b', 'one/other/imports/c']) {
        const { UploadId } = await s3.client().send(new CreateMultipartUploadCommand({ Bucket, Key }));
        await s3.client().send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: 'x' }));
      }
      expect(await storage.sweep(3_600_000)).toBe(0);
      expect(await uploads()).toBe(3);
      await new Promise((resolve) => setTimeout(resolve, 1_100)); // the server counts in seconds
      expect(await storage.sweep(0)).toBe(2);
      expect(await uploads()).toBe(1);
      expect(await storage.sweep(0)).toBe(0);
    });

    it('links to a blob, with its name and type, and to ranges of it', async () => {
      await storage.put('exports/a', chunks(Buffer.from('0123456789')));
      const link = await storage.link('exports/a', { name: 'a.csv', contentType: 'text/csv' }, 900);
      const whole = await fetch(link ?? '');
      expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
      expect(whole.headers.get('content-disposition')).toBe('attachment; filename="a.csv"');
      expect(whole.headers.get('content-type')).toMatch(/^text\/csv/);
      const part = await fetch(link ?? '', { headers: { Range: 'bytes=3-5' } });
      expect([part.status, await part.text()]).toEqual([206, '345']);
      const forged = await fetch((link ?? '').replace(/Signature=./, 'Signature=z'));
      expect(forged.status).toBe(403);
    });

    it('keeps its identity over a restart, and says whether there is one', async () => {
      expect(await storage.knownIdentity()).toBeNull();
      const id = await storage.identity();
      expect([await open(url).identity(), await open(url).knownIdentity()]).toEqual([id, id]);
    });
  });
});

async function* chunks(bytes: Buffer): AsyncIterable<Buffer> {
  for (let start = 0; start < bytes.length; start += 100_000) yield bytes.subarray(start, start + 100_000);
}
