import { randomUUID } from 'node:crypto';
import { eventually } from './support/eventually';
import { bearer, ImportsClient, type FormFields } from './support/imports-client';
import { answerOf, csvPart, INSTRUMENTS, multipart, openUpload, sendRaw } from './support/raw-upload';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

const CSV = 'identifier,name,type_id\na,A,equity\n';
const FIELDS: FormFields = { resource_type: 'instruments' };

describe('an upload with an Idempotency-Key', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api', LEASE_MS: '600', LEASE_RENEW_MS: '200' });
    imports = new ImportsClient(app);
    await imports.addType('equity');
  });
  afterEach(() => imports.expectNothingLeft());
  afterAll(() => app.stop());

  const post = (key: string, fields: FormFields = FIELDS, file = CSV, name = 'file.csv') =>
    imports.post(file, fields, { name, headers: { 'Idempotency-Key': key } });

  const isHeld = async (key: string): Promise<boolean> =>
    (await app.database.query('SELECT FROM idempotency_keys WHERE key = $1', [key])).length === 1;

  it('returns the same job when it is sent again, and says that it is a replay', async () => {
    const key = randomUUID();
    const first = await post(key);
    expect([first.status, first.headers['idempotent-replayed']]).toEqual([202, undefined]);
    const again = await post(key);
    expect(again.status).toBe(202);
    expect(again.headers).toMatchObject({
      'idempotent-replayed': 'true',
      location: `${imports.path}/${String(first.body.id)}`,
    });
    expect(again.body).toEqual(first.body);
  });

  it('returns the job as it is now, not as it was', async () => {
    const key = randomUUID();
    const { body } = await post(key);
    await imports.cancel(body.id).expect(200);
    const again = await post(key);
    expect([again.status, again.body.id, again.body.status]).toEqual([202, body.id, 'cancelled']);
  });

  it('compares what was meant: order of fields and of JSON keys, boundary and file name do not matter', async () => {
    const key = randomUUID();
    const words = { ...FIELDS, mapping: '{"A":"identifier","B":"name"}', defaults: '{"type_id":"equity"}' };
    const first = await post(key, words);
    const same = {
      defaults: '{ "type_id" : "equity" }',
      mapping: '{"B":"name", "A":"identifier"}',
      ...FIELDS,
    };
    const parts = Object.entries(same).map(([name, value]) => ({ name, value }));
    const again = await sendRaw(imports, multipart([csvPart(CSV, '"other.csv"'), ...parts], 'another'), {
      'Idempotency-Key': key,
      'Content-Type': 'multipart/form-data; boundary=another',
    });
    expect([first.status, again.status, again.body.id]).toEqual([202, 202, first.body.id]);
  });

  it('counts a default that is spelled out as the default', async () => {
    const key = randomUUID();
    const first = await post(key);
    const again = await post(key, { ...FIELDS, on_error: 'abort', dry_run: 'false' });
    expect(again.body.id).toBe(first.body.id);
  });

  it.each<[string, FormFields, string]>([
    ['another file', FIELDS, `${CSV}b,B,equity\n`],
    ['another on_error', { ...FIELDS, on_error: 'continue' }, CSV],
    ['another mapping', { ...FIELDS, mapping: '{"A":"identifier"}' }, CSV],
    ['other defaults', { ...FIELDS, defaults: '{"name":"x"}' }, CSV],
    ['dry_run', { ...FIELDS, dry_run: 'true' }, CSV],
  ])('is refused with 422 under a key that was used for %s', async (_, fields, file) => {
    const key = randomUUID();
    await post(key).expect(202);
    const { status, body } = await post(key, fields, file);
    expect([status, body.code]).toEqual([422, 'idempotency_key_reused']);
    expect((await post(key)).status).toBe(202);
  });

  it('is refused with 409 while the first one is still being sent, and creates one job', async () => {
    const key = randomUUID();
    const whole = multipart([INSTRUMENTS, csvPart(CSV)]);
    const sent = openUpload(imports, { 'Content-Length': whole.length, 'Idempotency-Key': key });
    const answer = answerOf(sent);
    sent.write(whole.subarray(0, 50));
    await eventually('the first request holds the key', () => isHeld(key));
    await new Promise((resolve) => setTimeout(resolve, 900)); // longer than its lease, which is renewed
    const { status, body } = await post(key);
    expect([status, body.code]).toEqual([409, 'idempotency_in_flight']);
    sent.end(whole.subarray(50));
    const first = await answer;
    expect([first.status, (await post(key)).body.id]).toEqual([202, first.body.id]);
  });

  it('creates one job of twenty requests at once', async () => {
    const key = randomUUID();
    const before = await imports.count('import_jobs');
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(key)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 409)).toEqual([202]);
    expect(await imports.count('import_jobs')).toBe(before + 1);
  });

  it('leaves its key free when it was refused', async () => {
    const key = randomUUID();
    await post(key, { resource_type: 'nope' }).expect(422);
    await post(key, { ...FIELDS, typo: 'x' }).expect(400);
    await post(key).expect(202);
  });

  it('leaves its key free when its client went away', async () => {
    const key = randomUUID();
    const sent = openUpload(imports, { 'Content-Length': 10_000, 'Idempotency-Key': key });
    sent.write(multipart([INSTRUMENTS, csvPart(CSV)]).subarray(0, 100));
    await eventually('it holds the key', () => isHeld(key)); // another request before that would have it, for good
    expect((await post(key)).status).toBe(409);
    sent.destroy();
    await eventually('the key is free', async () => (await post(key)).status === 202);
  });

  it('is refused with 400 when the key is malformed', async () => {
    for (const key of ['two words', 'k'.repeat(256), '']) {
      const { status, body } = await post(key);
      expect([key, status, body.code]).toEqual([key, 400, 'invalid_idempotency_key']);
    }
    await post('k'.repeat(255)).expect(202);
  });

  it('shares its key with no other workspace', async () => {
    const key = randomUUID();
    const first = await post(key).expect(202);
    await app.http.post('/v1/workspaces').set(bearer(app.token)).send({ slug: 'second', name: 'Second' });
    const other = await app.http
      .post('/v1/workspaces/second/imports')
      .set({ ...bearer(app.token), 'Idempotency-Key': key })
      .field(FIELDS)
      .attach('file', Buffer.from(CSV), 'file.csv');
    expect([other.status, other.headers['idempotent-replayed']]).toEqual([202, undefined]);
    expect(other.body.id).not.toBe(first.body.id);
  });
});

describe('a workspace with as many queued imports as it may have', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api', QUEUED_JOBS: '2' });
    imports = new ImportsClient(app);
  });
  afterAll(() => app.stop());

  it('returns 429 with Retry-After before the body is sent, replays what it has, and takes another after a cancel', async () => {
    const key = { 'Idempotency-Key': 'first' };
    const first = await imports.post(CSV, FIELDS, { headers: key }).expect(202);
    await imports.queue(CSV);
    const sent = openUpload(imports, { 'Content-Length': 1_000_000 });
    const { status, body, headers } = await answerOf(sent);
    sent.destroy();
    expect([status, body.code]).toEqual([429, 'too_many_jobs']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await imports.expectNothingLeft();
    const again = await imports.post(CSV, FIELDS, { headers: key });
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    await imports.cancel(first.body.id).expect(200);
    await imports.queue(CSV);
  });
});
