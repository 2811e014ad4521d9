import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import type { BucketAddress } from '../../config/storage-url';

/** Attempts of one request, with growing pauses; the SDK stops earlier when most requests fail. */
const ATTEMPTS = 4;

/** How long the driver waits; a test waits less. */
export interface Patience {
  readonly connectMs: number;
  /** From the start of a request to its answer: a part of an upload on a slow line is sent within. */
  readonly answerMs: number;
  /** A connection on which nothing moves. */
  readonly idleMs: number;
}

const PATIENCE: Patience = { connectMs: 5_000, answerMs: 120_000, idleMs: 60_000 };

/** Options of every object that is written. */
export interface ObjectOptions {
  readonly ServerSideEncryption?: 'AES256' | 'aws:kms';
  readonly SSEKMSKeyId?: string;
  readonly Tagging?: string;
}

/** A bucket, the client that reaches it, and what our objects in it have in common. */
export class Bucket {
  readonly client: S3Client;
  readonly options: ObjectOptions;

  constructor(
    readonly address: BucketAddress,
    { encryption, tags }: { readonly encryption: string; readonly tags: string },
    { connectMs, answerMs, idleMs }: Patience = PATIENCE,
  ) {
    const { region, endpoint, pathStyle } = address;
    this.options = optionsOf(encryption, tags);
    this.client = new S3Client({
      ...(region === null ? {} : { region }),
      ...(endpoint === null ? {} : { endpoint }),
      forcePathStyle: pathStyle,
      maxAttempts: ATTEMPTS,
      // Each body is signed with its SHA-256 and has a Content-MD5. The checksums of newer S3 are unknown to other servers.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: connectMs,
        requestTimeout: answerMs,
        throwOnRequestTimeout: true,
        socketTimeout: idleMs,
        // A slow client that downloads keeps a connection: a limit here would make all others wait for it.
        httpAgent: { keepAlive: true, maxSockets: Infinity },
        httpsAgent: { keepAlive: true, maxSockets: Infinity },
      },
    });
  }

  /** Name of the object of a blob, or of one of our own. */
  objectOf(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.address.bucket, Key: this.root + key };
  }

  /** What precedes each key. */
  get root(): string {
    return this.address.prefix === '' ? '' : `${this.address.prefix}/`;
  }

  /** For people: the bucket with its prefix. */
  get place(): string {
    const { bucket, prefix } = this.address;
    return `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
  }

  /** For people: who answers. */
  get server(): string {
    return this.address.endpoint ?? 'Amazon S3';
  }
}

/** The body of a request, with the checksum by which the server compares it. */
export const checkedBody = (bytes: Buffer): { Body: Buffer; ContentMD5: string } => ({
  Body: bytes,
  ContentMD5: createHash('md5').update(bytes).digest('base64'),
});

function optionsOf(encryption: string, tags: string): ObjectOptions {
  const [, kms, key] = /^(aws:kms)(?::(.+))?$/.exec(encryption) ?? [];
  return {
    ...(encryption === 'AES256' ? { ServerSideEncryption: 'AES256' } : {}),
    ...(kms === undefined ? {} : { ServerSideEncryption: 'aws:kms' }),
    ...(key === undefined ? {} : { SSEKMSKeyId: key }),
    ...(tags === '' ? {} : { Tagging: tags }),
  };
}
