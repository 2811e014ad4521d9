import { eventually } from './support/eventually';
import { ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(120_000);

const HEADER = 'identifier,name,type_id\n';
const csvOf = (bytes: number): string => HEADER + 'x'.repeat(bytes - HEADER.length);

/** What an answer says of a limit. */
const limitOf = ({
  status,
  body,
  headers,
}: {
  status: number;
  body: { code?: string };
  headers: Record<string, string>;
}) => [status, body.code, Number(headers['retry-after']) > 0];

describe('the limits of a workspace', () => {
  let app: TestApp;
  let imports: ImportsClient;
  let other: WorkspaceClient;

  beforeEach(async () => {
    app = await startTestApp({
      ROLE: 'api',
      QUEUED_JOBS: '5',
      STORED_BYTES: '10000',
      RATE_PER_SECOND: '1000000',
    });
    imports = new ImportsClient(app);
    other = await WorkspaceClient.create(app, 'other');
  });
  afterEach(() => app.stop());

  const order = () =>
    app.http
      .post(`/v1/workspaces/${app.workspace}/exports`)
      .set('Authorization', `Bearer ${app.token}`)
      .send({ object_type: 'instruments' });

  it.each(['imports', 'exports'])(
    'let not one more of its %s wait than may, however many come at once',
    async (kind) => {
      const answers = await Promise.all(
        Array.from({ length: 25 }, () => (kind === 'imports' ? imports.post(HEADER) : order())),
      );
      expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
      const refused = answers.filter(({ status }) => status !== 202).map(limitOf);
      expect(refused).toEqual(Array.from({ length: 20 }, () => [429, 'too_many_jobs', true]));
      await imports.expectNothingLeft();
      // Neither the other kind nor another workspace has less quota for that.
      expect((await (kind === 'imports' ? order() : imports.post(HEADER))).status).toBe(202);
      await other.queue({ file: HEADER, resource_type: 'instruments' });
    },
  );

  it('let not one byte more be stored than may, however many uploads come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => imports.post(csvOf(3_000))));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status !== 202).map(limitOf);
    expect(refused).toEqual(Array.from({ length: 5 }, () => [429, 'too_many_bytes', true]));
    await imports.expectNothingLeft();
    expect((await imports.post(csvOf(1_001))).status).toBe(429);
    expect((await imports.post(csvOf(1_000))).status).toBe(202);
    await other.queue({ file: csvOf(3_000), resource_type: 'instruments' });
  });

  it('refuse an export and the very beginning of an upload when the quota is used up, and accept again when files go', async () => {
    for (const bytes of [5_000, 5_000]) expect((await imports.post(csvOf(bytes))).status).toBe(202);
    expect(limitOf(await order())).toEqual([429, 'too_many_bytes', true]);
    expect(limitOf(await imports.post(csvOf(100)))).toEqual([429, 'too_many_bytes', true]);
    await app.database.query(
      `UPDATE import_jobs SET blob_removed_at = now() WHERE id = (SELECT id FROM import_jobs LIMIT 1)`,
    );
    expect((await order()).status).toBe(202);
    expect((await imports.post(csvOf(100))).status).toBe(202);
  });

  it('free the key of a refused request, so that it can be sent again', async () => {
    const headers = { 'Idempotency-Key': 'again' };
    for (let n = 0; n < 5; n++) await imports.queue(HEADER);
    expect((await imports.post(HEADER, undefined, { headers })).status).toBe(429);
    await eventually('the key is free', async () => (await imports.count('idempotency_keys')) === 0);
    await app.database.query(`UPDATE import_jobs SET status = 'cancelled', finished_at = now()`);
    expect((await imports.post(HEADER, undefined, { headers })).status).toBe(202);
  });
});
