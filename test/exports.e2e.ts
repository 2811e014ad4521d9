import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { ExportJobDto } from '../src/exports/export-job.dto';
import type { Role } from '../src/auth/caller';
import { Signer } from '../src/auth/signer';
import { eventually } from './support/eventually';
import { startTestApp, type TestApp } from './support/test-app';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** Exports of one application, seen through HTTP. */
class Exports {
  constructor(readonly app: TestApp) {}

  get path(): string {
    return `/v1/workspaces/${this.app.workspace}/exports`;
  }

  async fill(count: number): Promise<void> {
    const [workspace] = await this.app.database.query<{ id: string }>(
      `SELECT id FROM workspaces WHERE slug = $1`,
      [this.app.workspace],
    );
    const [type] = await this.app.database.query<{ id: string }>(
      `INSERT INTO instrument_types (workspace_id, identifier, name) VALUES ($1, 'equity', 'Equity') RETURNING id`,
      [workspace?.id ?? ''],
    );
    await this.app.database.query(
      `INSERT INTO instruments (workspace_id, identifier, name, type_id, archived_at)
       SELECT $1, 'n' || lpad(n::text, 6, '0'), 'Name ' || n, $2, CASE WHEN n = 1 THEN now() END
       FROM generate_series(1, $3::int) n`,
      [workspace?.id ?? '', type?.id ?? '', count],
    );
  }

  async token(role: Role): Promise<string> {
    const robots = `/v1/workspaces/${this.app.workspace}/memberships/robots`;
    const auth = bearer(this.app.token);
    const robot = await this.app.http.post(robots).set(auth).send({ display_name: role, role });
    const made = await this.app.http
      .post(`${robots}/${String(robot.body.id)}/tokens`)
      .set(auth)
      .send({});
    return String(made.body.token);
  }

  post(body: object, headers: Record<string, string> = {}) {
    return this.app.http
      .post(this.path)
      .set({ ...bearer(this.app.token), ...headers })
      .send(body);
  }

  get(path: string, headers: Record<string, string> = {}) {
    return this.app.http.get(`${this.path}${path}`).set({ ...bearer(this.app.token), ...headers });
  }

  async finished(body: object): Promise<ExportJobDto> {
    const { status, body: made } = await this.post(body);
    expect(status).toBe(202);
    let job = made as ExportJobDto;
    await eventually('the export ended', async () => {
      job = (await this.get(`/${job.id}`)).body as ExportJobDto;
      return !['queued', 'processing'].includes(job.status);
    });
    return job;
  }
}

describe('exports', () => {
  let app: TestApp;
  let exports: Exports;
  beforeAll(async () => {
    app = await startTestApp();
    exports = new Exports(app);
    await exports.fill(500);
  });
  afterAll(() => app.stop());

  it('are accepted at once and completed with a file that the job describes', async () => {
    const accepted = await exports.post({ object_type: 'instruments' });
    expect(accepted.status).toBe(202);
    expect(accepted.body).toMatchObject({
      status: 'queued',
      object_type: 'instruments',
      format: 'csv',
      download_url: null,
    });
    expect(accepted.headers['location']).toMatch(new RegExp(`/exports/${String(accepted.body.id)}$`));
    const job = await exports.finished({ object_type: 'instruments', format: 'ndjson' });
    expect(job).toMatchObject({
      status: 'completed',
      row_count: 499,
      progress: 100,
      error: null,
      include_archived: false,
    });
    expect(job.id).toMatch(UUID);
    const file = await fetch(String(job.download_url));
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.length).toBe(job.byte_count);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(job.sha256);
    expect(bytes.toString().trim().split('\n')).toHaveLength(499);
  });

  it('send the file with all the headers that a client needs', async () => {
    const job = await exports.finished({ object_type: 'instruments' });
    const whole = await exports.get(`/${job.id}/download`);
    expect(whole.status).toBe(200);
    expect(whole.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="instruments-${job.id}.csv"`,
      'content-length': String(job.byte_count),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      etag: `"${String(job.sha256)}"`,
    });
    const head = await app.http.head(`${exports.path}/${job.id}/download`).set(bearer(app.token));
    expect([head.status, head.headers['content-length'], head.text]).toEqual([
      200,
      String(job.byte_count),
      undefined,
    ]);
    const part = await exports.get(`/${job.id}/download`, {
      Range: 'bytes=0-9',
      'If-Range': String(whole.headers['etag']),
    });
    expect([part.status, part.text]).toEqual([206, whole.text.slice(0, 10)]);
    expect(part.headers['content-range']).toBe(`bytes 0-9/${String(job.byte_count)}`);
    const rest = await exports.get(`/${job.id}/download`, { Range: 'bytes=10-' });
    expect(part.text + rest.text).toBe(whole.text);
    const other = await exports.get(`/${job.id}/download`, { Range: 'bytes=0-9', 'If-Range': '"another"' });
    expect(other.status).toBe(200);
    const outside = await exports.get(`/${job.id}/download`, { Range: 'bytes=99999999-' });
    expect([outside.status, outside.body.code]).toEqual([416, 'range_not_satisfiable']);
    expect(outside.headers['content-range']).toBe(`bytes */${String(job.byte_count)}`);
  });

  it('compress the file when they are asked to', async () => {
    const job = await exports.finished({ object_type: 'instruments', format: 'json', gzip: true });
    const file = await fetch(String(job.download_url));
    expect(file.headers.get('content-type')).toBe('application/gzip');
    expect(file.headers.get('content-encoding')).toBeNull();
    expect(file.headers.get('content-disposition')).toContain('.json.gz"');
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(job.sha256);
    expect(JSON.parse(gunzipSync(bytes).toString())).toHaveLength(499);
  });

  it.each([
    ['gzip', 'application/gzip', '.json.gz"'],
    ['zip', 'application/zip', '.json.zip"'],
    ['zstd', 'application/zstd', '.json.zst"'],
  ])('are compressed with %s, byte for byte the same each time', async (compression, type, ending) => {
    const order = { object_type: 'instruments', format: 'json', compression };
    const job = await exports.finished(order);
    expect(job).toMatchObject({ status: 'completed', compression, gzip: compression === 'gzip' });
    const file = await fetch(String(job.download_url));
    expect(file.headers.get('content-type')).toBe(type);
    expect(file.headers.get('content-disposition')).toContain(ending);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(job.sha256);
    expect((await exports.finished(order)).sha256).toBe(job.sha256);
    expect(bytes.length).toBeLessThan(20_000);
  });

  it('are downloaded by their own signed link, and by nothing forged, expired or of another export', async () => {
    const job = await exports.finished({ object_type: 'instruments' });
    const other = await exports.finished({ object_type: 'instruments' });
    const url = new URL(String(job.download_url));
    expect(url.origin).toBe(app.url);
    const status = async (change: (changed: URL) => void): Promise<number> => {
      const changed = new URL(url);
      change(changed);
      return (await fetch(changed)).status;
    };
    expect(await status(() => undefined)).toBe(200);
    expect(await status(({ searchParams }) => searchParams.delete('signature'))).toBe(401);
    expect(await status(({ searchParams }) => searchParams.set('expires', '9999999999'))).toBe(403);
    const past = Math.floor(Date.now() / 1_000) - 1;
    const expired = app.app.get(Signer).sign('download', job.id, past);
    expect((await fetch(`${url.origin}${url.pathname}?expires=${past}&signature=${expired}`)).status).toBe(
      403,
    );
    expect(await status(({ searchParams }) => searchParams.set('signature', 'f'.repeat(64)))).toBe(403);
    expect(await status((changed) => (changed.pathname = changed.pathname.replace(job.id, other.id)))).toBe(
      403,
    );
    expect(await status((changed) => (changed.pathname = changed.pathname.replace(/\/download$/, '')))).toBe(
      401,
    );
    expect(
      await status(
        (changed) => (changed.pathname = changed.pathname.replace(/workspaces\/[^/]+/, 'workspaces/none')),
      ),
    ).toBe(404);
  });

  it('take archived records by the filter that names them, unless asked not to', async () => {
    const filter = { field: 'archived_at', op: 'is_null', value: false };
    const lifted = await exports.finished({ object_type: 'instruments', filter });
    expect(lifted).toMatchObject({ row_count: 1, include_archived: true, filter });
    expect((await exports.get(`/${lifted.id}/download`)).text).toMatch(/,archived_at\nn000001,/);
    expect(
      await exports.finished({ object_type: 'instruments', filter, include_archived: false }),
    ).toMatchObject({ row_count: 0 });
  });

  it('keep the digits of a filter in every answer', async () => {
    const body = '{"object_type":"instruments","filter":{"field":"name","op":"eq","value":1.10}}';
    const made = await app.http.post(exports.path).set(bearer(app.token)).type('json').send(body);
    expect(made.text).toContain('"value":1.10');
    expect((await exports.get(`/${String(made.body.id)}/events`)).text).toContain('"value":1.10');
  });

  it.each([
    [422, 'unsupported_resource_type', { object_type: 'bananas' }],
    [422, 'unsupported_resource_type', { object_type: 'instrument_types' }],
    [400, 'invalid_filter', { object_type: 'instruments', filter: { field: 'nmae', op: 'eq', value: 'x' } }],
    [400, 'invalid_filter', { object_type: 'instruments', filter: 'x' }],
    [400, 'invalid_request', { object_type: 'instruments', fromat: 'csv' }],
    [400, 'invalid_request', { object_type: 'instruments', format: 'xlsx' }],
    [400, 'invalid_request', { object_type: 'instruments', gzip: 'yes' }],
    [400, 'invalid_request', { object_type: 'instruments', compression: 'rar' }],
    [400, 'invalid_request', { object_type: 'instruments', compression: 'zip', gzip: true }],
    [400, 'invalid_request', { object_type: 'instruments', compression: 'gzip', gzip: false }],
    [400, 'invalid_request', {}],
  ])('are refused with %s %s for %j', async (status, code, body) => {
    const answer = await exports.post(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });

  it('name what can be exported, and where a filter is wrong', async () => {
    expect((await exports.post({ object_type: 'bananas' })).body.detail).toContain('instruments');
    const { body } = await exports.post({
      object_type: 'instruments',
      filter: { and: [{ field: 'nmae', op: 'eq', value: 'x' }] },
    });
    expect(body.errors[0]).toMatchObject({ pointer: '/filter/and/0/field', code: 'unknown_field' });
  });

  it('are sent as events until they end', async () => {
    const { id } = (await exports.post({ object_type: 'instruments' })).body as ExportJobDto;
    const { text, headers } = await exports.get(`/${id}/events`);
    expect(headers['content-type']).toContain('text/event-stream');
    const events = text.split('\n\n').filter((part) => part.startsWith('data: '));
    const last = JSON.parse(String(events.at(-1)).slice('data: '.length)) as ExportJobDto;
    expect(last).toMatchObject({ id, status: 'completed' });
    expect(last.download_url).toContain(id);
  });

  it('cannot be cancelled once they are completed', async () => {
    const job = await exports.finished({ object_type: 'instruments' });
    const answer = await app.http.post(`${exports.path}/${job.id}/cancel`).set(bearer(app.token));
    expect([answer.status, answer.body.code]).toEqual([409, 'conflict']);
  });

  it('answer 410 for a file whose time was over, and give no link to it', async () => {
    const job = await exports.finished({ object_type: 'instruments' });
    await app.database.query(`UPDATE export_jobs SET blob_removed_at = now() WHERE id = $1`, [job.id]);
    const answer = await exports.get(`/${job.id}/download`);
    expect([answer.status, answer.body.code]).toEqual([410, 'gone']);
    expect((await exports.get(`/${job.id}`)).body.download_url).toBeNull();
    expect((await fetch(String(job.download_url))).status).toBe(410);
  });

  it('are invisible from another workspace, download included', async () => {
    const job = await exports.finished({ object_type: 'instruments' });
    await app.http.post('/v1/workspaces').set(bearer(app.token)).send({ slug: 'other', name: 'Other' });
    for (const path of [`/${job.id}`, `/${job.id}/download`, `/${job.id}/events`]) {
      const answer = await app.http.get(`/v1/workspaces/other/exports${path}`).set(bearer(app.token));
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    const cancel = await app.http
      .post(`/v1/workspaces/other/exports/${job.id}/cancel`)
      .set(bearer(app.token));
    expect(cancel.status).toBe(404);
    expect((await app.http.get('/v1/workspaces/other/exports').set(bearer(app.token))).body.data).toEqual([]);
    expect((await exports.get('/not-a-uuid')).status).toBe(404);
  });

  it('are read by viewers and ordered by members', async () => {
    const viewer = await exports.token('viewer');
    const job = await exports.finished({ object_type: 'instruments' });
    for (const path of ['', `/${job.id}`, `/${job.id}/download`]) {
      expect((await exports.get(path, bearer(viewer))).status).toBe(200);
    }
    expect((await exports.post({ object_type: 'instruments' }, bearer(viewer))).status).toBe(403);
    expect(
      (await exports.post({ object_type: 'instruments' }, bearer(await exports.token('member')))).status,
    ).toBe(202);
  });
});

describe('exports that wait', () => {
  let app: TestApp;
  let exports: Exports;
  beforeEach(async () => {
    app = await startTestApp({ ROLE: 'api', QUEUED_JOBS: '3' });
    exports = new Exports(app);
  });
  afterEach(() => app.stop());

  it('are listed newest first, page by page, by status and type', async () => {
    const ids: string[] = [];
    for (const format of ['csv', 'json', 'ndjson']) {
      ids.unshift(String((await exports.post({ object_type: 'instruments', format })).body.id));
    }
    const first = (await exports.get('?limit=2')).body;
    expect(first.data.map(({ id }: ExportJobDto) => id)).toEqual(ids.slice(0, 2));
    expect(first.meta.has_more).toBe(true);
    const second = (await exports.get(`?limit=2&after=${String(first.meta.next_cursor)}`)).body;
    expect(second).toMatchObject({ data: [{ id: ids[2] }], meta: { next_cursor: null, has_more: false } });
    expect((await exports.get('?status=queued&object_type=instruments')).body.data).toHaveLength(3);
    expect((await exports.get('?status=completed')).body.data).toHaveLength(0);
    expect((await exports.get('?status=done')).status).toBe(400);
    expect((await exports.get('?stauts=queued')).status).toBe(400);
    const unknown = await exports.get('?object_type=instrument');
    expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([400, '?object_type']);
    expect(unknown.body.detail).toMatch(
      /^There is no object type "instrument"\. These can be exported: .*instruments, /,
    );
  });

  it('are refused when the workspace has as many as it may have', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => exports.post({ object_type: 'instruments' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 202, 429, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body.code).toBe('too_many_jobs');
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('are made once by a request that is repeated', async () => {
    const key = { 'Idempotency-Key': 'once' };
    const first = await exports.post(
      { object_type: 'instruments', filter: { field: 'name', op: 'eq', value: 'x' } },
      key,
    );
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    const again = await exports.post(
      { filter: { value: 'x', op: 'eq', field: 'name' }, format: 'csv', object_type: 'instruments' },
      key,
    );
    expect([again.status, again.body.id, again.headers['idempotent-replayed']]).toEqual([
      202,
      first.body.id,
      'true',
    ]);
    expect(again.headers['location']).toBe(first.headers['location']);
    const different = await exports.post({ object_type: 'instruments', format: 'json' }, key);
    expect([different.status, different.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect((await exports.get('')).body.data).toHaveLength(1);
  });

  it('have no file yet', async () => {
    const { id } = (await exports.post({ object_type: 'instruments' })).body as ExportJobDto;
    const answer = await exports.get(`/${id}/download`);
    expect([answer.status, answer.body.code]).toEqual([409, 'conflict']);
  });

  it('can be cancelled, and cancelled again', async () => {
    const { id } = (await exports.post({ object_type: 'instruments' })).body as ExportJobDto;
    for (let time = 0; time < 2; time++) {
      const answer = await app.http.post(`${exports.path}/${id}/cancel`).set(bearer(app.token));
      expect([answer.status, answer.body.status, answer.body.download_url]).toEqual([200, 'cancelled', null]);
    }
    expect((await exports.get(`/${id}/download`)).status).toBe(409);
  });
});
