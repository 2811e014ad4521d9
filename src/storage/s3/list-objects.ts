import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { isBlobKey } from '../blob-key';
import type { Bucket } from './bucket';
import { isMissingObject } from './s3-errors';

/** The blobs whose key begins with `prefix` and a slash, and when they were published. */
export async function* listObjects(
  bucket: Bucket,
  prefix: string,
): AsyncIterable<{ key: string; modifiedAt: Date }> {
  const { root, address } = bucket;
  let after: string | undefined;
  do {
    const page = await bucket.client.send(
      new ListObjectsV2Command({
        Bucket: address.bucket,
        Prefix: `${root}${prefix}/`,
        ContinuationToken: after,
      }),
    );
    for (const { Key = '', LastModified } of page.Contents ?? []) {
      const key = Key.slice(root.length);
      if (isBlobKey(key) && LastModified !== undefined) yield { key, modifiedAt: LastModified };
    }
    after = page.NextContinuationToken;
  } while (after !== undefined);
}

/** Aborts the uploads of blobs that began before `before` and never ended; returns their number. */
export async function abortUploads(bucket: Bucket, before: Date): Promise<number> {
  const { root, address } = bucket;
  let aborted = 0;
  let after: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } | null = {};
  while (after !== null) {
    const page: Awaited<ReturnType<typeof listUploads>> = await listUploads(bucket, after);
    for (const { Key = '', UploadId, Initiated } of page.Uploads ?? []) {
      const isOurs = Key.startsWith(root) && isBlobKey(Key.slice(root.length));
      if (!isOurs || UploadId === undefined || Initiated === undefined || Initiated > before) continue;
      if (await abortUpload(bucket, { Bucket: address.bucket, Key, UploadId })) aborted += 1;
    }
    const { IsTruncated, NextKeyMarker, NextUploadIdMarker } = page;
    after = IsTruncated === true ? { KeyMarker: NextKeyMarker, UploadIdMarker: NextUploadIdMarker } : null;
  }
  return aborted;
}

const listUploads = (
  { client, root, address }: Bucket,
  after: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined },
) => client.send(new ListMultipartUploadsCommand({ Bucket: address.bucket, Prefix: root, ...after }));

/** False when it ended meanwhile. */
async function abortUpload(
  { client }: Bucket,
  upload: { Bucket: string; Key: string; UploadId: string },
): Promise<boolean> {
  try {
    await client.send(new AbortMultipartUploadCommand(upload));
    return true;
  } catch (error) {
    if (isMissingObject(error)) return false;
    throw error;
  }
}
