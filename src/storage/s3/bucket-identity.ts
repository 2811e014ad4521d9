import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Bucket } from './bucket';
import { isS3Error } from './s3-errors';

/** No segment of a key begins with a dot, so this is no blob. */
const IDENTITY = '.id';
/** Longer than a write takes: afterwards every writer that saw no identity has written. */
const SETTLE_MS = 1_000;

/** The UUID in the bucket, or null when it has none yet. Throws what the SDK throws, also when there is no bucket. */
export async function readIdentity(bucket: Bucket): Promise<string | null> {
  try {
    const { Body } = await bucket.client.send(new GetObjectCommand(bucket.objectOf(IDENTITY)));
    return (await Body?.transformToString())?.trim() ?? null;
  } catch (error) {
    if (isS3Error(error, 'NoSuchKey')) return null;
    throw error;
  }
}

/**
 * Names the bucket: `id` is written unless another process was first. A server that cannot make the write depend on that,
 * such as Swift, keeps the last of several; so whoever proposed reads again after a moment.
 */
export async function proposeIdentity(bucket: Bucket, id: string): Promise<void> {
  const object = { ...bucket.objectOf(IDENTITY), ...bucket.options, Body: `${id}\n` };
  try {
    await bucket.client.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }));
  } catch (error) {
    if (isS3Error(error, 'PreconditionFailed', 'ConditionalRequestConflict')) return;
    if (!isS3Error(error, 'NotImplemented')) throw error;
    await bucket.client.send(new PutObjectCommand(object));
    await pause(SETTLE_MS);
  }
}
