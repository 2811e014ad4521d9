import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { StorageFullError } from '../blob-storage';
import { type Bucket, checkedBody } from './bucket';

/** The limit of S3. */
const MAX_PARTS = 10_000;

/** An object that is sent in parts and appears when it is completed. */
export class MultipartUpload {
  private readonly parts: { PartNumber: number; ETag: string | undefined }[] = [];

  private constructor(
    private readonly bucket: Bucket,
    private readonly id: { Bucket: string; Key: string; UploadId: string },
  ) {}

  static async begin(
    bucket: Bucket,
    key: string,
    metadata: Record<string, string>,
  ): Promise<MultipartUpload> {
    const object = bucket.objectOf(key);
    const { UploadId } = await bucket.client.send(
      new CreateMultipartUploadCommand({ ...object, ...bucket.options, Metadata: metadata }),
    );
    if (UploadId === undefined) throw new Error('The server of S3 began an upload without an id.');
    return new MultipartUpload(bucket, { ...object, UploadId });
  }

  /** Sends the next part; the server compares it with its checksums. Throws `StorageFullError` after the last possible one. */
  async send(bytes: Buffer): Promise<void> {
    const PartNumber = this.parts.length + 1;
    if (PartNumber > MAX_PARTS) throw new StorageFullError();
    const { ETag } = await this.bucket.client.send(
      new UploadPartCommand({ ...this.id, PartNumber, ...checkedBody(bytes) }),
    );
    this.parts.push({ PartNumber, ETag });
  }

  async complete(): Promise<void> {
    await this.bucket.client.send(
      new CompleteMultipartUploadCommand({ ...this.id, MultipartUpload: { Parts: this.parts } }),
    );
  }

  /** Removes the parts. When that fails, the sweep removes them an hour later. */
  async abort(): Promise<void> {
    await this.bucket.client.send(new AbortMultipartUploadCommand(this.id)).catch(() => undefined);
  }
}
