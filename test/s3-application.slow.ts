import { request } from 'node:http';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { spawnApp, waitUntilUp } from './support/app-process';
import { eventually } from './support/eventually';
import { bearer, ImportsClient } from './support/imports-client';
import { BOUNDARY } from './support/raw-upload';
import { startTestApp, type TestApp } from './support/test-app';
import { describeS3, S3_ENVIRONMENT } from './support/swift/describe-s3';
import { type FaultyProxy, startFaultyProxy } from './support/swift/faulty-proxy';
import { residentBytes, watchMemory } from './support/watch-memory';

const MIB = 1_048_576;
const FILE = `identifier,name,type_id\na,A,equity\nb,B,none\n`;
const FIELDS = { resource_type: 'instruments', on_error: 'continue' };

describeS3('The application with its files in a bucket', (s3) => {
  let url: string;
  let proxy: FaultyProxy;
  let app: TestApp;
  let client: ImportsClient;

  beforeAll(async () => {
    proxy = await startFaultyProxy(s3.url());
    url = await s3.makeBucket(proxy.url);
    const quick = { RECONCILE_MS: '200', RETRY_MAX_MS: '200' };
    app = await startTestApp({ STORAGE_URL: url, DOWNLOADS: 'redirect', DATA_DIR: '/proc/none', ...quick });
    client = new ImportsClient(app);
    await client.addType('equity');
  });
  afterAll(async () => {
    await app.stop();
    await proxy.stop();
  });

  const path = (rest = ''): string => `/v1/workspaces/${app.workspace}/exports${rest}`;
  const jobOf = async (id: string): Promise<Record<string, unknown>> =>
    (
      await app.http
        .get(path(`/${id}`))
        .set(bearer(app.token))
        .expect(200)
    ).body;
  const orderExport = async (): Promise<string> => {
    const { body } = await app.http
      .post(path())
      .set(bearer(app.token))
      .send({ object_type: 'instruments' })
      .expect(202);
    return String(body.id);
  };
  const completed = async (id: string): Promise<Record<string, unknown>> => {
    await eventually('the export ends', async () => (await jobOf(id))['status'] === 'completed', 60_000);
    return jobOf(id);
  };

  it('imports, gives back the rejected rows, and exports', async () => {
    const job = await client.import(FILE, FIELDS);
    expect(job).toMatchObject({ status: 'completed', created_count: 1, failed_count: 1 });
    expect((await client.get(`/${job.id}/rejected-rows`)).text).toContain('b,B,none');
    const done = await completed(await orderExport());
    const file = await app.http
      .get(path(`/${String(done['id'])}/download`))
      .set(bearer(app.token))
      .expect(200);
    expect(createHash('sha256').update(file.text).digest('hex')).toBe(done['sha256']);
    expect(file.text).toMatch(/^a,A,equity/m);
  });

  describe('a signed download', () => {
    let link: string;
    let whole: string;
    beforeAll(async () => {
      const done = await completed(await orderExport());
      link = String(done['download_url']);
      whole = (await app.http.get(path(`/${String(done['id'])}/download`)).set(bearer(app.token))).text;
    });

    it('is redirected to the bucket, which names the file and its type', async () => {
      const first = await fetch(link, { redirect: 'manual' });
      expect([first.status, first.headers.get('cache-control')]).toEqual([302, 'private, no-store']);
      expect(first.headers.get('location')).toContain(proxy.url);
      const file = await fetch(link);
      expect([file.status, await file.text()]).toEqual([200, whole]);
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="instruments-.*\.csv"$/);
      expect(file.headers.get('content-type')).toMatch(/^text\/csv/);
    });

    it('gives a range', async () => {
      const part = await fetch(link, { headers: { Range: 'bytes=3-9' } });
      expect([part.status, await part.text()]).toEqual([206, whole.slice(3, 10)]);
      expect(part.headers.get('content-range')).toBe(`bytes 3-9/${whole.length}`);
    });

    it('with a token, or to HEAD, is answered here', async () => {
      expect((await fetch(link, { redirect: 'error', headers: bearer(app.token) })).status).toBe(200);
      const head = await fetch(link, { redirect: 'error', method: 'HEAD' });
      expect([head.status, head.headers.get('content-length')]).toEqual([200, String(whole.length)]);
    });
  });

  it('refuses what needs the bucket while it fails, loses no job, and goes on afterwards', async () => {
    const ready = async (): Promise<unknown[]> => {
      const { status, body } = await app.http.get('/health/ready');
      return [status, body.storage];
    };
    expect(await ready()).toEqual([200, 'up']);
    // Only what jobs read and write fails at first: the upload is stored.
    proxy.decide(({ method, path: at }) =>
      (method === 'GET' && at.includes('/imports/')) || (method === 'PUT' && at.includes('/exports/'))
        ? { status: 500 }
        : 'pass',
    );
    const { id: imported } = await client.queue(FILE.replaceAll('a,A', 'c,C'), FIELDS);
    const exported = await orderExport();
    const attemptOf = async (table: string, id: string): Promise<number> => {
      const [row] = await app.database.query<{ attempt: number }>(
        `SELECT attempt FROM ${table} WHERE id = $1`,
        [id],
      );
      return row?.attempt ?? 0;
    };
    await eventually(
      'both are tried again',
      async () => {
        return (
          (await attemptOf('import_jobs', imported)) > 1 && (await attemptOf('export_jobs', exported)) > 1
        );
      },
      100_000,
    );
    proxy.decide(() => ({ status: 500 }));
    expect(await ready()).toEqual([503, 'down']);
    const refused = await client.post(FILE, FIELDS);
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    proxy.decide(() => 'pass');
    expect(await ready()).toEqual([200, 'up']);
    expect(await client.finished(imported, 60_000)).toMatchObject({ status: 'completed', created_count: 1 });
    await completed(exported);
  });

  it('takes an upload of 100 MB in a fraction of its memory, and leaves no part of it open', async () => {
    const { databaseUrl, redisUrl, redisPrefix } = client.settings;
    const direct = url.replace(proxy.url, s3.url());
    const other = spawnApp({
      ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, REDIS_PREFIX: redisPrefix, STORAGE_URL: direct },
      ...S3_ENVIRONMENT,
      ROLE: 'api',
    });
    try {
      const base = await waitUntilUp(other);
      const upload = async (mebibytes: number): Promise<number> => {
        const sent = request(`${base}${client.path}`, {
          method: 'POST',
          headers: { ...bearer(app.token), 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` },
        });
        const answered = once(sent, 'response');
        sent.write(
          `--${BOUNDARY}\r\nContent-Disposition: form-data; name="resource_type"\r\n\r\ninstruments\r\n`,
        );
        sent.write(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`);
        sent.write('identifier,name,type_id\n');
        const piece = Buffer.from('identifier,name,type\n'.repeat(MIB / 21));
        for (let n = 0; n < mebibytes; n++) if (!sent.write(piece)) await once(sent, 'drain');
        sent.end(`\r\n--${BOUNDARY}--\r\n`);
        const [response] = await answered;
        response.resume();
        return response.statusCode;
      };
      const pid = other.child.pid ?? 0;
      const before = await residentBytes(pid);
      const { result, peak } = await watchMemory(pid, () => upload(99));
      process.stdout.write(
        `An upload of 100 MB to S3: ${((peak - before) / MIB).toFixed(0)} MiB over idle.\n`,
      );
      expect(result).toBe(202);
      expect((peak - before) / MIB).toBeLessThan(64);
      const { Uploads = [] } = await s3
        .client()
        .send(new ListMultipartUploadsCommand({ Bucket: new URL(url).host }));
      expect(Uploads).toEqual([]);
    } finally {
      other.child.kill('SIGTERM');
      await other.ended;
    }
  });
});
