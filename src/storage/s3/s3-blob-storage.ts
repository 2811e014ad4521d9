import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { checkBlobKey, checkKeyPrefix } from '../blob-key';
import {
  BlobNotFoundError,
  type BlobStat,
  BlobStorage,
  type LinkedFile,
  StorageUnavailableError,
  type StoredBlob,
} from '../blob-storage';
import { WatchedSource } from '../watched-source';
import type { Bucket } from './bucket';
import { proposeIdentity, readIdentity } from './bucket-identity';
import { abortUploads, listObjects } from './list-objects';
import { type ObjectPart, ObjectStream } from './object-stream';
import { isMissingObject, isOutsideRange, toStorageError } from './s3-errors';
import { uploadObject } from './upload-object';

/** No blob: its name begins with a dot. */
const WRITE_CHECK = '.check';
/** Readiness is asked every few seconds, and each write has a price. */
const WRITE_CHECK_MS = 60_000;

/**
 * Blobs as objects of a bucket of S3, each at `<prefix>/<key>`. An object appears when it is whole, which S3 guarantees; the
 * parts of an upload that never ended are removed by `sweep`. Any number of processes may share the bucket.
 */
export class S3BlobStorage extends BlobStorage {
  /** The identity of the objects, once it was asked for. */
  private known: string | null = null;
  private writtenAt = -Infinity;

  constructor(private readonly bucket: Bucket) {
    super();
  }

  override get place(): string {
    return this.bucket.place;
  }

  override async put(key: string, source: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
    checkBlobKey(key);
    await this.checkIdentity();
    const watched = new WatchedSource(source);
    try {
      return await uploadObject(this.bucket, key, watched);
    } catch (error) {
      throw watched.threw(error) ? error : this.explain(error);
    }
  }

  override async open(key: string, range: { start?: number; end?: number } = {}): Promise<Readable> {
    checkBlobKey(key);
    const { start = 0, end } = range;
    const isWhole = start === 0 && end === undefined;
    try {
      const first = await this.get(key, isWhole ? {} : { Range: `bytes=${start}-${end ?? ''}` });
      const { length } = partOf(first);
      const last = start + length - 1;
      const resume = async (skip: number): Promise<ObjectPart> =>
        partOf(await this.get(key, { Range: `bytes=${start + skip}-${last}`, IfMatch: first.ETag }));
      return new ObjectStream(partOf(first), resume, (error) => this.explain(error));
    } catch (error) {
      if (isOutsideRange(error)) return Readable.from([], { objectMode: false });
      if (!isMissingObject(error)) throw this.explain(error);
      await this.checkBucket();
      throw new BlobNotFoundError(key);
    }
  }

  override link(key: string, { name, contentType }: LinkedFile, seconds: number): Promise<string> {
    checkBlobKey(key);
    const command = new GetObjectCommand({
      ...this.bucket.objectOf(key),
      ResponseContentDisposition: `attachment; filename="${name}"`,
      ResponseContentType: contentType,
      ResponseCacheControl: 'private, no-store',
    });
    return this.explaining(() => getSignedUrl(this.bucket.client, command, { expiresIn: seconds }));
  }

  override async stat(key: string): Promise<BlobStat | null> {
    checkBlobKey(key);
    try {
      const head = await this.bucket.client.send(new HeadObjectCommand(this.bucket.objectOf(key)));
      return { size: head.ContentLength ?? 0, modifiedAt: head.LastModified ?? new Date(0) };
    } catch (error) {
      if (!isMissingObject(error)) throw this.explain(error);
      await this.checkBucket();
      return null;
    }
  }

  override async remove(key: string): Promise<void> {
    checkBlobKey(key);
    await this.checkIdentity();
    await this.explaining(async () => {
      await this.bucket.client.send(new DeleteObjectCommand(this.bucket.objectOf(key)));
    });
  }

  override async *list(prefix: string): AsyncIterable<{ key: string; modifiedAt: Date }> {
    checkKeyPrefix(prefix);
    await this.checkIdentity();
    try {
      yield* listObjects(this.bucket, prefix);
    } catch (error) {
      throw this.explain(error);
    }
  }

  override async sweep(olderThanMs: number): Promise<number> {
    return this.explaining(() => abortUploads(this.bucket, new Date(Date.now() - olderThanMs)));
  }

  /** Asks for the identity each time, and writes at most once a minute. */
  override async check(): Promise<void> {
    await this.checkBucket();
    if (Date.now() - this.writtenAt < WRITE_CHECK_MS) return;
    const object = { ...this.bucket.objectOf(WRITE_CHECK), ...this.bucket.options, Body: 'writable' };
    await this.explaining(() => this.bucket.client.send(new PutObjectCommand(object)));
    this.writtenAt = Date.now();
  }

  override async identity(): Promise<string> {
    for (;;) {
      this.known ??= await this.knownIdentity();
      if (this.known !== null) return this.known;
      await this.explaining(() => proposeIdentity(this.bucket, randomUUID()));
    }
  }

  override knownIdentity(): Promise<string | null> {
    return this.explaining(() => readIdentity(this.bucket));
  }

  /** Throws `StorageUnavailableError` when the bucket is not the one whose identity was read. */
  private async checkIdentity(): Promise<void> {
    if (this.known !== null) await this.checkBucket();
  }

  /** The same, and also when there is no bucket. */
  private async checkBucket(): Promise<void> {
    const found = await this.knownIdentity();
    if (this.known === null || found === this.known) return;
    const what = found === null ? 'is empty, or another bucket' : 'has the files of another server';
    throw new StorageUnavailableError(`${this.place} ${what}; correct STORAGE_URL.`);
  }

  private get(
    key: string,
    options: { Range?: string; IfMatch?: string | undefined },
  ): Promise<GetObjectCommandOutput> {
    return this.bucket.client.send(new GetObjectCommand({ ...this.bucket.objectOf(key), ...options }));
  }

  private async explaining<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.explain(error);
    }
  }

  private explain(error: unknown): unknown {
    return toStorageError(error, this.bucket);
  }
}

function partOf({ Body, ContentLength = 0 }: GetObjectCommandOutput): ObjectPart {
  if (!(Body instanceof Readable)) throw new Error('The SDK of S3 returned no stream.');
  return { body: Body, length: ContentLength };
}
