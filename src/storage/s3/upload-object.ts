import { createHash, randomUUID } from 'node:crypto';
import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { failpoint } from '../../config/failpoint';
import { StorageUnavailableError, type StoredBlob } from '../blob-storage';
import { type Bucket, checkedBody } from './bucket';
import { MultipartUpload } from './multipart-upload';
import { PART_BYTES, PartBuffer } from './part-buffer';
import { isMissingObject } from './s3-errors';

/** Metadata of an object that says which upload wrote it. */
const MARK = 'almagest-upload';

/**
 * Streams `source` to the object of `key`, in one request when it is small and otherwise in parts, of which one is sent
 * while the next is collected. The object appears at the end and whole. Throws what the source, the SDK and the server
 * throw; an upload in parts is aborted then.
 */
export async function uploadObject(
  bucket: Bucket,
  key: string,
  source: AsyncIterable<Uint8Array>,
): Promise<StoredBlob> {
  const upload = new Upload(bucket, key);
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      await upload.write(chunk);
    }
    await upload.finish(size);
  } catch (error) {
    await upload.abort();
    throw error;
  }
  failpoint('storage.renamed');
  return { size, sha256: hash.digest('hex') };
}

class Upload {
  private readonly mark = randomUUID();
  private filling = new PartBuffer();
  private spare: PartBuffer | null = null;
  private parts: MultipartUpload | null = null;
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly bucket: Bucket,
    private readonly key: string,
  ) {}

  async write(chunk: Uint8Array): Promise<void> {
    for (let rest = chunk; rest.length > 0;) {
      if (this.filling.isFull) await this.sendPart();
      rest = this.filling.take(rest);
    }
  }

  /** Publishes the object. Throws when its size is not `size`. */
  async finish(size: number): Promise<void> {
    await this.sending;
    if (this.parts !== null) await this.parts.send(this.filling.bytes);
    failpoint('storage.written');
    await this.publish();
    if (this.parts === null) return; // the server has compared the whole body with its checksums
    const found = await this.look();
    if (found?.size === size) return;
    throw new StorageUnavailableError(
      `${this.bucket.place} has ${found?.size ?? 'no'} bytes of an upload of ${size} (STORAGE_URL).`,
    );
  }

  /** Leaves nothing of parts that were sent. */
  async abort(): Promise<void> {
    await this.sending.catch(() => undefined); // it was, or is, the reason of the abort
    await this.parts?.abort();
  }

  /** Waits until the part before is sent, and begins to send this one. */
  private async sendPart(): Promise<void> {
    await this.sending;
    this.parts ??= await MultipartUpload.begin(this.bucket, this.key, { [MARK]: this.mark });
    const full = this.filling;
    this.filling = this.spare ?? new PartBuffer(PART_BYTES);
    this.filling.clear();
    this.spare = full;
    this.sending = this.parts.send(full.bytes);
    this.sending.catch(() => undefined); // whoever waits for it next hears of it
  }

  /** When the answer is lost, the object itself says whether it was written. */
  private async publish(): Promise<void> {
    try {
      await (this.parts?.complete() ?? this.putWhole());
    } catch (error) {
      const found = await this.look().catch(() => null); // the first error says more
      if (found?.mark !== this.mark) throw error;
    }
  }

  private async putWhole(): Promise<void> {
    await this.bucket.client.send(
      new PutObjectCommand({
        ...this.bucket.objectOf(this.key),
        ...this.bucket.options,
        ...checkedBody(this.filling.bytes),
        Metadata: { [MARK]: this.mark },
      }),
    );
  }

  private async look(): Promise<{ size: number; mark: string | undefined } | null> {
    try {
      const head = await this.bucket.client.send(new HeadObjectCommand(this.bucket.objectOf(this.key)));
      return { size: head.ContentLength ?? 0, mark: head.Metadata?.[MARK] };
    } catch (error) {
      if (isMissingObject(error)) return null;
      throw error;
    }
  }
}
