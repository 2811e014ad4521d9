import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { randomUUID } from 'node:crypto';
import { hasSwift, startSwift, type SwiftServer } from './swift-server';
import { SWIFT_ACCOUNT } from './swift-config';

/** The S3 server of a test file. */
export interface S3UnderTest {
  /** Endpoint, without a slash at the end. */
  url: () => string;
  /** For what the driver does not do. */
  client: () => S3Client;
  /** Makes a bucket and returns its STORAGE_URL, with a prefix; `endpoint` is something in front of the server. */
  makeBucket: (endpoint?: string) => Promise<string>;
  removeBucket: (storageUrl: string) => Promise<void>;
}

/** What the SDK reads: the account of the server, and nothing of this machine. */
export const S3_ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: SWIFT_ACCOUNT.accessKey,
  AWS_SECRET_ACCESS_KEY: SWIFT_ACCOUNT.secretKey,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
};

/**
 * Declares tests on a real S3 server, which is started for them. Where the machine has none, a line says so and they are
 * not declared; `describeOtherwise` keeps the file from being empty.
 */
export function describeS3(name: string, tests: (s3: S3UnderTest) => void): void {
  if (!hasSwift()) {
    describe(name, () =>
      it('needs the packages of Swift, which this machine lacks', () => expect(hasSwift()).toBe(false)),
    );
    return;
  }
  describe(name, () => {
    let swift: SwiftServer;
    let client: S3Client;
    const before = { ...process.env };

    beforeAll(async () => {
      Object.assign(process.env, S3_ENVIRONMENT);
      swift = await startSwift();
      client = new S3Client({
        endpoint: swift.url,
        region: SWIFT_ACCOUNT.region,
        forcePathStyle: true,
        requestChecksumCalculation: 'WHEN_REQUIRED',
      });
    }, 240_000);
    afterAll(async () => {
      client.destroy();
      await swift.stop();
      process.env = before;
    });

    tests({
      url: () => swift.url,
      client: () => client,
      makeBucket: async (endpoint = swift.url) => {
        const Bucket = `files-${randomUUID()}`;
        await client.send(new CreateBucketCommand({ Bucket }));
        return `s3://${Bucket}/one/two?region=${SWIFT_ACCOUNT.region}&endpoint=${endpoint}&path_style=true`;
      },
      removeBucket: (storageUrl) => removeBucket(client, new URL(storageUrl).host),
    });
  });
}

async function removeBucket(client: S3Client, Bucket: string): Promise<void> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
  for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket, Key }));
  await client.send(new DeleteBucketCommand({ Bucket }));
}
