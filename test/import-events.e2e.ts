import { eventually } from './support/eventually';
import { Gates } from './support/gates';
import { bearer, ImportsClient } from './support/imports-client';
import { listen } from './support/read-events';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(120_000);

const HEADER = 'identifier,name,type_id\n';
const CONTINUE = { resource_type: 'instruments', on_error: 'continue' };
const rowsOf = (count: number): string =>
  HEADER +
  Array.from({ length: count }, (_, n) => `i${String(n).padStart(6, '0')},Name ${n},equity\n`).join('');

describe('an import that waits', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api', EVENTS_HEARTBEAT_MS: '100' });
    imports = new ImportsClient(app);
    await imports.addType('equity');
  });
  afterAll(() => app.stop());

  it('is sent at once as it is, kept alive by heartbeats, and sent again when it is cancelled, the end of the stream', async () => {
    const job = await imports.queue(rowsOf(1));
    const stream = await listen(imports, job.id.toUpperCase());
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).toBe('no-store');
    await eventually('a heartbeat comes', () => stream.comments.length > 1);
    expect(stream.jobs).toEqual([job]);
    const { body } = await imports.cancel(job.id).expect(200);
    await stream.ended;
    expect(stream.jobs).toEqual([job, body]);
    expect(body).toMatchObject({
      status: 'cancelled',
      row_count: null,
      processed_count: 0,
      started_at: null,
    });
  });

  it('needs the bearer header for its events', async () => {
    const { id } = await imports.queue(rowsOf(1));
    await app.http.get(`${imports.path}/${id}/events?token=${app.token}`).expect(401);
    await imports.cancel(id).expect(200);
  });

  it('can be cancelled, and cancelled again with the same answer, by a member but not by a viewer', async () => {
    const { id } = await imports.queue(rowsOf(1));
    const path = `${imports.path}/${id}/cancel`;
    await app.http
      .post(path)
      .set(bearer(await imports.token('viewer')))
      .expect(403);
    const first = await app.http
      .post(path)
      .set(bearer(await imports.token('member')))
      .expect(200);
    const again = await imports.cancel(id).expect(200);
    expect(first.body.status).toBe('cancelled');
    expect(again.body).toEqual(first.body);
  });
});

describe('an import at work', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({ BATCH_ROWS: '200', LEASE_RENEW_MS: '300', RECONCILE_MS: '300' });
    imports = new ImportsClient(app);
    await imports.addType('equity');
  });
  let gates: Gates | null = null;
  afterEach(async () => {
    await gates?.remove();
    gates = null;
    await app.database.query('DELETE FROM instruments');
  });
  afterAll(() => app.stop());

  it('is sent step by step, never backwards, until it is final, and the last event is what GET returns', async () => {
    const { id } = await imports.queue(rowsOf(4_000), CONTINUE);
    const stream = await listen(imports, id);
    const gone = await listen(imports, id);
    gone.leave();
    await stream.ended;
    expect(stream.jobs.at(-1)).toEqual(await imports.job(id));
    expect(stream.jobs.at(-1)).toMatchObject({ status: 'completed', created_count: 4_000, progress: 100 });
    expect(stream.jobs.length).toBeGreaterThan(3);
    const order = ['queued', 'processing', 'completed'];
    const sorted = <Value>(values: Value[], by: (value: Value) => number): Value[] =>
      values.toSorted((a, b) => by(a) - by(b));
    const statuses = stream.jobs.map(({ status }) => order.indexOf(status));
    expect(statuses).toEqual(sorted(statuses, (index) => index));
    const progress = stream.jobs.map((job) => job.progress ?? -1);
    expect(progress).toEqual(sorted(progress, (value) => value));
    for (const job of stream.jobs) {
      expect(job.processed_count).toBe(
        job.created_count + job.updated_count + job.unchanged_count + job.failed_count + job.skipped_count,
      );
    }
  });

  it('has one event when it is final already', async () => {
    const job = await imports.import(rowsOf(1));
    const stream = await listen(imports, job.id);
    await stream.ended;
    expect(stream.jobs).toEqual([job]);
  });

  it('cannot be cancelled when it completed or failed: 409', async () => {
    for (const file of [rowsOf(1), `${HEADER}x,X,nope\n`]) {
      const job = await imports.import(file);
      const { status, body } = await imports.cancel(job.id);
      expect([status, body.code]).toEqual([409, 'conflict']);
      expect(body.detail).toContain(job.status);
      expect(await imports.job(job.id)).toEqual(job);
    }
  });

  it('keeps exactly the committed batches that it reports when it is cancelled under continue', async () => {
    gates = await Gates.put(app.database, ['i005000']);
    const { id } = await imports.queue(rowsOf(10_000), CONTINUE);
    await gates.reachedBy(id, 1);
    const { body } = await imports.cancel(id).expect(200);
    const rows = await imports.count('instruments');
    expect(rows).toBeGreaterThan(0);
    expect(body).toMatchObject({ status: 'cancelled', created_count: rows, processed_count: rows });
    const { row_count: total, unprocessed_count: rest } = body; // null when its end had not been read yet
    expect([total, rest]).toEqual(total === null ? [null, null] : [10_000, 10_000 - rows]);
    await gates.open('i005000');
    await imports.import(rowsOf(1), { ...CONTINUE, dry_run: 'true' }); // the serialization key is free when its worker has stopped
    expect(await imports.count('instruments')).toBe(rows);
    expect(await imports.job(id)).toEqual(body);
  });

  it('leaves nothing when it is cancelled under abort', async () => {
    for (const pause of [0, 100, 400, 700]) {
      const { id } = await imports.queue(rowsOf(30_000));
      await eventually('it is at work', async () => (await imports.job(id)).status !== 'queued');
      await new Promise((resolve) => setTimeout(resolve, pause));
      const { status, body } = await imports.cancel(id);
      if (status === 409) expect(body.detail).toContain('completed');
      else expect([body.status, body.created_count, body.processed_count]).toEqual(['cancelled', 0, 0]);
      const job = await imports.job(id);
      await imports.import(rowsOf(1), { ...CONTINUE, dry_run: 'true' });
      expect(await imports.count('instruments')).toBe(status === 409 ? 30_000 : 0);
      expect(await imports.job(id)).toEqual(job);
      await app.database.query('DELETE FROM instruments');
    }
  });

  it('runs behind the older imports of its resource type, and beside those of others', async () => {
    gates = await Gates.put(app.database, ['i002000']);
    const first = await imports.queue(rowsOf(4_000), CONTINUE);
    await gates.reachedBy(first.id, 1);
    const second = await imports.queue(`${HEADER}i000000,Second,equity\n`);
    const third = await imports.queue(`${HEADER}i000000,Third,equity\n`);
    const beside = await imports.queue('instrument_id,type_id,timestamp,value\n', {
      resource_type: 'time_series_values',
    });
    await imports.finished(beside.id);
    expect((await imports.job(second.id)).status).toBe('queued');
    await gates.open('i002000');
    for (const { id } of [first, second, third])
      expect((await imports.finished(id)).status).toBe('completed');
    const order = await app.database.query<{ id: string }>(
      `SELECT id FROM import_jobs WHERE id = ANY ($1::uuid[]) ORDER BY started_at`,
      [[third.id, second.id, first.id]],
    );
    expect(order.map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
    const overlaps = await app.database.query(
      `SELECT FROM import_jobs a JOIN import_jobs b ON b.seq > a.seq AND b.resource_type = a.resource_type
       WHERE b.started_at < a.finished_at AND a.started_at IS NOT NULL`,
    );
    expect(overlaps).toEqual([]);
    const [instrument] = await imports.instruments();
    expect(instrument).toMatchObject({ identifier: 'i000000', name: 'Third' });
    const [ran] = await app.database.query<{ beside: boolean }>(
      `SELECT b.started_at < a.finished_at AS beside FROM import_jobs a, import_jobs b WHERE a.id = $1 AND b.id = $2`,
      [first.id, beside.id],
    );
    expect(ran?.beside).toBe(true);
  });
});
