import { connect, type Socket } from 'node:net';
import type { ServerResponse } from 'node:http';
import { Client } from 'pg';
import { eventually } from './support/eventually';
import { bearer, ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(180_000);

const KINDS = ['import', 'export'] as const;
type Kind = (typeof KINDS)[number];

/** A stream as its client sees it. */
interface Listener {
  status: number;
  body: { code?: string };
  retryAfter: string | null;
  text: () => string;
  ended: () => boolean;
  leave: () => void;
}

describe('streams of events', () => {
  let app: TestApp;
  let imports: ImportsClient;
  afterEach(() => app.stop());

  const start = async (settings: Record<string, string> = {}): Promise<void> => {
    app = await startTestApp({ ROLE: 'api', EVENTS_HEARTBEAT_MS: '200', ...settings });
    imports = new ImportsClient(app);
  };
  const pathOf = (kind: Kind, id: string): string => `/v1/workspaces/${app.workspace}/${kind}s/${id}/events`;

  async function queue(kind: Kind): Promise<string> {
    if (kind === 'import') return (await imports.queue('identifier,name,type_id\n')).id;
    const answer = await app.http
      .post(`/v1/workspaces/${app.workspace}/exports`)
      .set(bearer(app.token))
      .send({ object_type: 'instruments' });
    return String(answer.body.id);
  }

  async function listen(kind: Kind, id: string, token = app.token): Promise<Listener> {
    const controller = new AbortController();
    const response = await fetch(app.url + pathOf(kind, id), {
      headers: bearer(token),
      signal: controller.signal,
    });
    let text = '';
    let ended = false;
    const read = async (): Promise<void> => {
      for await (const chunk of response.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
      ended = true;
    };
    const reading = read().catch((error: unknown) => {
      if (!controller.signal.aborted) throw error;
    });
    if (response.status !== 200) await reading;
    return {
      status: response.status,
      body: response.status === 200 ? {} : (JSON.parse(text) as { code: string }),
      retryAfter: response.headers.get('retry-after'),
      text: () => text,
      ended: () => ended,
      leave: () => controller.abort(),
    };
  }

  /** Changes what clients see of a job, as its worker does. */
  const change = (kind: Kind, id: string, progress: number): Promise<unknown> =>
    app.database.query(`UPDATE ${kind}_jobs SET status = 'processing', progress = $2 WHERE id = $1`, [
      id,
      progress,
    ]);

  const ENDS = {
    revoked: `UPDATE tokens SET revoked_at = now() WHERE sha256 = sha256(convert_to($1, 'UTF8'))`,
    expired: `UPDATE tokens SET expires_at = now() WHERE sha256 = sha256(convert_to($1, 'UTF8'))`,
    'of an archived robot': `UPDATE robots SET archived_at = now() FROM tokens
      WHERE robots.id = tokens.robot_id AND sha256 = sha256(convert_to($1, 'UTF8'))`,
  };

  it.each(KINDS.flatMap((kind) => Object.entries(ENDS).map(([what, sql]) => [kind, what, sql] as const)))(
    'of an %s end at a heartbeat when their token is %s, and those of other tokens go on',
    async (kind, _, sql) => {
      await start();
      const id = await queue(kind);
      const token = await imports.token('viewer');
      const [cut, kept] = [await listen(kind, id, token), await listen(kind, id)];
      await eventually('both receive the event', () =>
        [cut, kept].every(({ text }) => text().includes('"queued"')),
      );
      await app.database.query(sql, [token]);
      await eventually('the stream ends', () => cut.ended());
      await change(kind, id, 50);
      await eventually('the other one receives the event', () => kept.text().includes('"processing"'));
      expect(cut.text()).not.toContain('"processing"');
      expect([kept.ended(), (await listen(kind, id, token)).status]).toEqual([false, 401]);
      kept.leave();
    },
  );

  it.each(KINDS)('of one %s read it once after a change, however many there are', async (kind) => {
    await start({ EVENTS_HEARTBEAT_MS: '60000' });
    const id = await queue(kind);
    const listeners = await Promise.all(Array.from({ length: 30 }, () => listen(kind, id)));
    await eventually('all have the event', () => listeners.every(({ text }) => text().includes('"queued"')));
    const sent = jest.spyOn(Client.prototype, 'query');
    for (const progress of [10, 20, 30]) {
      await change(kind, id, progress);
      await eventually('all have the event', () =>
        listeners.every(({ text }) => text().includes(`"progress":${progress}`)),
      );
    }
    const reads = sent.mock.calls.filter(([text]) => new RegExp(`SELECT[^]*FROM ${kind}_jobs`).test(text));
    sent.mockRestore();
    expect(reads.length).toBeGreaterThanOrEqual(3);
    expect(reads.length).toBeLessThanOrEqual(10); // three changes, a notice more, and what is read again every 3 s
    for (const { leave } of listeners) leave();
  });

  it.each(KINDS)('of one %s go on when the client that opened the first one leaves', async (kind) => {
    await start();
    const id = await queue(kind);
    const first = await listen(kind, id);
    const second = await listen(kind, id);
    await eventually('both receive the event', () =>
      [first, second].every(({ text }) => text().includes('"queued"')),
    );
    first.leave();
    await eventually('heartbeats go on', () => second.text().split('heartbeat').length > 3);
    await change(kind, id, 50);
    await eventually('the second one receives the event', () => second.text().includes('"processing"'));
    expect(second.ended()).toBe(false);
    second.leave();
  });

  it.each(KINDS)('of an %s keep only the latest state for clients that do not read', async (kind) => {
    await start();
    const responses: ServerResponse[] = [];
    app.app.getHttpServer().on('request', (_: unknown, response: ServerResponse) => responses.push(response));
    const id = await queue(kind);
    const wide = JSON.stringify(Array.from({ length: 1_000 }, (_, n) => `${n}${'x'.repeat(200)}`));
    await (kind === 'import'
      ? app.database.query(`UPDATE import_jobs SET ignored_columns = $2::jsonb WHERE id = $1`, [id, wide])
      : app.database.query(
          `UPDATE export_jobs SET filter = json_build_object('field', 'name', 'op', 'in', 'value', $2::json) WHERE id = $1`,
          [id, wide],
        ));
    responses.length = 0;
    const sockets = Array.from({ length: 8 }, () => idle(pathOf(kind, id)));
    await eventually('all are connected', () => responses.length === sockets.length);
    for (let n = 1; n <= 90; n++) {
      await change(kind, id, n);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const queued = responses.map(
        (response) => response.writableLength + (response.socket?.writableLength ?? 0),
      );
      expect(Math.max(...queued)).toBeLessThanOrEqual(2 * (wide.length + 10_000));
    }
    await app.database.query(
      `UPDATE ${kind}_jobs SET status = 'cancelled', finished_at = now() WHERE id = $1`,
      [id],
    );
    const texts = await Promise.all(sockets.map(rest));
    for (const text of texts) {
      const statuses = [...text.matchAll(/"status":"(\w+)"/g)].map(([, status]) => status);
      expect(statuses.at(-1)).toBe('cancelled');
      expect(statuses.length).toBeLessThan(90); // what came between was left out
    }
  });

  /** Asks for events, and does not read them. */
  function idle(path: string): Socket {
    const { hostname, port } = new URL(app.url);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.pause();
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${app.token}\r\nConnection: close\r\n\r\n`,
    );
    return socket;
  }

  /** Reads all that comes, up to the end. */
  async function rest(socket: Socket): Promise<string> {
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    return text;
  }

  it.each(KINDS)('of an %s are limited for each token and for the process', async (kind) => {
    await start({ EVENT_STREAMS_PER_TOKEN: '3', EVENT_STREAMS: '5' });
    const id = await queue(kind);
    const open = async (token: string): Promise<Listener[]> =>
      Promise.all(Array.from({ length: 6 }, () => listen(kind, id, token)));
    const says = ({ status, body, retryAfter }: Listener) => [status, body.code, Number(retryAfter) > 0];
    const first = await open(app.token);
    expect(first.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(first.filter(({ status }) => status !== 200).map(says)).toEqual(
      Array.from({ length: 3 }, () => [429, 'too_many_event_streams', true]),
    );
    const second = await open(await imports.token('viewer'));
    expect(second.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(second.filter(({ status }) => status !== 200).map(says)).toEqual(
      Array.from({ length: 4 }, () => [503, 'event_streams_full', true]),
    );
    first.find(({ status }) => status === 200)?.leave();
    await eventually('its place is free', async () => (await listen(kind, id)).status === 200);
    expect((await listen(kind, '00000000-0000-4000-8000-000000000000')).status).toBe(429);
    for (const { leave } of [...first, ...second]) leave();
    await eventually('a wrong id takes no place', async () => {
      const missing = await listen(kind, '00000000-0000-4000-8000-000000000000');
      return missing.status === 404;
    });
  });
});
