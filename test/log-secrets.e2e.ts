import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createToken } from '../src/auth/bearer-token';
import { type AppProcess, spawnApp, waitUntilUp } from './support/app-process';
import { makeTestFolder } from './support/test-servers';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(240_000);

/** A text that is nowhere else in the world. */
const mark = (): string => `q${randomBytes(8).toString('hex')}`;

interface Line {
  level?: string;
  requestId?: string;
  jobId?: string;
  status?: number;
  url?: string;
}

/**
 * One run of the real process at the lowest level, private servers included, in which every secret
 * that there is comes by: what the process and its servers have printed and written down is then
 * searched for each of them.
 */
describe('the log of a whole run', () => {
  const secrets = new Map<string, string>();
  const requestIds: string[] = [];
  const jobIds: string[] = [];
  let dataDir: string;
  let app: AppProcess;
  let url: string;
  let client: WorkspaceClient;
  const operator = createToken().token;

  const secret = (what: string, value = mark()): string => {
    secrets.set(what, value);
    return value;
  };
  const send = async (
    path: string,
    {
      method = 'GET',
      headers = {},
      body,
    }: { method?: string; headers?: Record<string, string>; body?: string | FormData } = {},
  ): Promise<{ status: number; text: string }> => {
    const requestId = `run-${randomUUID()}`;
    requestIds.push(requestId);
    const response = await fetch(path.startsWith('http') ? path : `${url}/v1/workspaces/default${path}`, {
      method,
      headers: { Authorization: `Bearer ${operator}`, 'X-Request-Id': requestId, ...headers },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, text: await response.text() };
  };

  beforeAll(async () => {
    dataDir = await makeTestFolder();
    secrets.set('the token of the operator', operator);
    app = spawnApp({
      DATA_DIR: dataDir,
      BOOTSTRAP_TOKEN: operator,
      LOG_LEVEL: 'trace',
      NODE_ENV: 'test',
      FAILPOINTS: 'upload.stored=throw@4,import.staged=throw@3',
    });
    url = await waitUntilUp(app);
    client = new WorkspaceClient({ url }, operator, 'default');
    await drive();
    app.child.kill('SIGTERM');
    await app.ended;
  });
  afterAll(async () => {
    app.child.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  async function drive(): Promise<void> {
    await robots();
    await badAuthorization();
    await uploads();
    await records();
    await downloads();
  }

  async function robots(): Promise<void> {
    const robot = await client.post<{ id: string }>('/memberships/robots', {
      display_name: secret('the name of a robot'),
      role: 'viewer',
    });
    const { token } = await client.post<{ token: string }>(`/memberships/robots/${robot.id}/tokens`, {});
    secrets.set('the token of a robot', token);
    await send('', { headers: { Authorization: `Bearer ${token}` } });
    await send('/instruments', { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: '{}' });
  }

  async function badAuthorization(): Promise<void> {
    for (const scheme of ['Bearer ', 'Basic ', 'Bearer ptk_live_', ''])
      await send('', { headers: { Authorization: `${scheme}${secret(`what came with "${scheme}"`)}` } });
    await send(`?token=${secret('a token in a query')}&access_token=${secret('another one')}`);
    await send(`?${secret('the name of a parameter that is none')}%20=1`);
    await send('', { headers: { Cookie: `session=${secret('a cookie')}` } });
  }

  const upload = async (
    file: string,
    name: string,
    words: Record<string, string>,
    key: string,
  ): Promise<string> => {
    const form = new FormData();
    for (const [field, value] of Object.entries({ resource_type: 'instruments', ...words }))
      form.set(field, value);
    form.set('file', new Blob([file]), name);
    const { status, text } = await send('/imports', {
      method: 'POST',
      headers: { 'Idempotency-Key': key },
      body: form,
    });
    if (status !== 202) return String(status);
    const { id } = JSON.parse(text) as { id: string };
    jobIds.push(id);
    await client.finish('/imports', id);
    return id;
  };

  async function uploads(): Promise<void> {
    await client.post('/instrument-types', {
      identifier: 'equity',
      name: 'Equity',
      fields: [{ field_key: 'isin' }],
    });
    const key = secret('an idempotency key');
    const name = `${secret('the name of a file')}.csv`;
    const good = `identifier,name,type_id,isin\n${secret('an identifier')},${secret('a name')},equity,${secret('a value')}\n`;
    const id = await upload(good, name, {}, key);
    await upload(good, name, {}, key); // a replay
    const bad = `identifier,name,type_id\n${secret('a key of a bad row')},${secret('a name of a bad row')},${secret('a type')}\n"${secret('a broken row')}\n`;
    const failed = await upload(bad, name, { on_error: 'continue' }, secret('a second key'));
    for (const path of ['', '/errors', '/rejected-rows', '/events']) await send(`/imports/${failed}${path}`);
    expect(await upload(good, name, {}, secret('the key of a request that fails'))).toBe('500');
    expect(await upload(good, name, { dry_run: 'true' }, secret('a third key'))).not.toBe('500');
    await upload(
      good,
      name,
      { mapping: `{"${secret('a column')}":"name"}` },
      `bad key ${secret('half a key')}`,
    );
    await send(`/imports/${id}/cancel`, { method: 'POST' });
  }

  async function records(): Promise<void> {
    const identifier = secret('an identifier in a path', `i-${mark()}`);
    const json = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ identifier, name: secret('a name in a body'), type_id: 'equity' });
    for (let twice = 0; twice < 2; twice++)
      await send('/instruments', { method: 'POST', headers: json, body });
    await send(`/instruments/${identifier}`);
    await send(`/instruments/${secret('an identifier that is not there')}`);
    await send(
      `/instruments?q=${secret('what was searched for')}&ids=${secret('an identifier in a query')},x&limit=5`,
    );
    const filter = { filter: { field: 'name', op: 'eq', value: secret('a value in a filter') } };
    await send('/instruments/filter', { method: 'POST', headers: json, body: JSON.stringify(filter) });
    await send('/instruments/filter', { method: 'POST', headers: json, body: `{"${secret('no JSON')}` });
    await send(`/instruments/${identifier}?hard=true`, { method: 'DELETE' });
  }

  async function downloads(): Promise<void> {
    const { id } = await client.post<{ id: string }>('/exports', { object_type: 'instruments' });
    jobIds.push(id);
    const { download_url } = await client.finish<{ status: string; download_url: string }>('/exports', id);
    const signature = secret(
      'the signature of a link',
      new URL(download_url).searchParams.get('signature') ?? '',
    );
    expect(signature).toMatch(/^[0-9a-f]{64}$/);
    const unsigned = { headers: { Authorization: '' } };
    expect((await send(download_url, unsigned)).status).toBe(200);
    await send(download_url.replace(/expires=\d+/, 'expires=1'), unsigned);
    await send(
      download_url.replace('signature=', `SIGNATURE=${secret('a signature in capitals')}`),
      unsigned,
    );
  }

  /** What was printed, and what the private servers wrote down. */
  async function everything(): Promise<string> {
    const folder = join(dataDir, 'embedded');
    const files = (await readdir(folder)).filter((name) => name.endsWith('.log'));
    expect(files).toEqual(expect.arrayContaining(['postgres.log']));
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    return [app.output(), app.errors(), ...texts].join('\n');
  }

  const lines = (): Line[] =>
    app
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line);

  it('holds not one token, signature, key or value', async () => {
    const log = (await everything()).toLowerCase();
    const found = [...secrets].filter(([, value]) => log.includes(value.toLowerCase())).map(([what]) => what);
    expect(secrets.size).toBeGreaterThan(30);
    expect(found).toEqual([]);
  });

  it('has a line for each request with its id, and of what failed inside by a line with the same one', () => {
    const answered = lines().filter(({ status }) => status !== undefined);
    const missing = requestIds.filter((id) => !answered.some(({ requestId }) => requestId === id));
    expect(requestIds.length).toBeGreaterThan(30);
    expect(missing).toEqual([]);
    const [failed] = answered.filter(({ status }) => status === 500);
    expect(
      lines().filter(({ requestId, level }) => requestId === failed?.requestId && level === 'error'),
    ).toHaveLength(2);
  });

  it('has lines for each job with its id, from the request that made it to the end of its attempts', () => {
    for (const id of new Set(jobIds)) {
      const written = lines().filter(({ jobId }) => jobId === id);
      expect([id, written.some(({ requestId }) => requestId !== undefined)]).toEqual([id, true]);
      expect([id, written.filter(({ requestId }) => requestId === undefined).length]).toEqual([id, 2]);
    }
    expect(lines().filter(({ jobId, level }) => jobId !== undefined && level === 'error')).toHaveLength(1);
  });

  it('keeps what is needed to understand it', () => {
    const urls = lines().map(({ url: shown }) => shown);
    expect(urls).toContain('/v1/workspaces/default/instruments/:id');
    expect(urls).toContain('/v1/workspaces/default/instruments?q=…&ids=…&limit=5');
  });
});
