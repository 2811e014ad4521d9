import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ClientRequest } from 'node:http';
import { eventually } from './support/eventually';
import { ImportsClient } from './support/imports-client';
import { answerOf, csvPart, INSTRUMENTS, multipart, openUpload, sendForm } from './support/raw-upload';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(120_000);

const LIMIT = 1_000_000;
const HEADER = 'identifier,name,type_id\n';
const csvOf = (bytes: number): Buffer => Buffer.from(HEADER + 'x'.repeat(bytes - HEADER.length));
const TOO_LARGE = { status: 413, body: { code: 'file_too_large' }, headers: { connection: 'close' } };

/**
 * Writes `piece` over and over until the server has had enough or `bytes` were written; returns how
 * many that were.
 */
async function pour(sent: ClientRequest, bytes: number, piece = Buffer.alloc(65_536, 'x')): Promise<number> {
  let written = 0;
  let closed = false;
  sent.once('close', () => (closed = true));
  while (written < bytes && !closed) {
    written += piece.length;
    if (sent.write(piece)) continue;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        sent.off('drain', go).off('close', go);
        resolve();
      };
      sent.on('drain', go).on('close', go);
      if (closed) go();
    });
  }
  return written;
}

describe('the size and the pace of an upload', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp({
      ROLE: 'api',
      UPLOAD_BYTES: String(LIMIT),
      UPLOAD_LEAST_RATE: '2000',
      UPLOAD_RATE_WINDOW_MS: '500',
    });
    imports = new ImportsClient(app);
  });
  afterAll(() => app.stop());

  /** Whatever was refused or given up leaves neither a job nor a file nor a key. */
  const refusedWithoutTrace = async (act: () => Promise<unknown>): Promise<void> => {
    const before = await imports.count('import_jobs');
    await act();
    expect(await imports.count('import_jobs')).toBe(before);
    await imports.expectNothingLeft();
    await eventually('no key is held', async () => (await imports.count('idempotency_keys')) === 0);
  };
  /** The bytes of a form up to the middle of its file. */
  const beginning = (file: Buffer): Buffer => {
    const whole = multipart([INSTRUMENTS, csvPart(file)]);
    return whole.subarray(0, whole.length - 100);
  };

  it('may be exactly the limit', async () => {
    const { status, body } = await sendForm(imports, INSTRUMENTS, csvPart(csvOf(LIMIT)));
    expect([status, body.file_size]).toEqual([202, LIMIT]);
  });

  it('may not be one byte more: 413', () =>
    refusedWithoutTrace(async () => {
      const answer = await sendForm(imports, csvPart(csvOf(LIMIT + 1)), INSTRUMENTS);
      expect(answer).toMatchObject({ status: 413, body: { code: 'file_too_large' } });
      expect(answer.body.detail).toContain('1,000,000 bytes');
    }));

  it('is refused at once by its Content-Length, without reading the rest', () =>
    refusedWithoutTrace(async () => {
      const sent = openUpload(imports, { 'Content-Length': LIMIT + 65_537 });
      expect(await answerOf(sent)).toMatchObject(TOO_LARGE);
      if (!sent.destroyed) await once(sent, 'close');
    }));

  it('is measured by the file when the whole body is at most 65,536 bytes over the limit', () =>
    refusedWithoutTrace(async () => {
      const sent = openUpload(imports, { 'Content-Length': LIMIT + 65_536 });
      const answer = answerOf(sent);
      sent.write(beginning(csvOf(LIMIT + 50_000)));
      expect(await answer).toMatchObject(TOO_LARGE);
      if (!sent.destroyed) await once(sent, 'close');
    }));

  it('responds readably to a client that sends 200 MB, and closes the connection', () =>
    refusedWithoutTrace(async () => {
      for (const headers of [{ 'Content-Length': 200_000_000 }, { 'Transfer-Encoding': 'chunked' }]) {
        const sent = openUpload(imports, headers);
        const answer = answerOf(sent);
        sent.write(beginning(csvOf(1_000)));
        const poured = pour(sent, 150_000_000);
        expect(await answer).toMatchObject(TOO_LARGE);
        if (!sent.destroyed) await once(sent, 'close');
        await poured;
      }
    }));

  it('responds readably to curl', () =>
    refusedWithoutTrace(async () => {
      const curl = spawn('curl', [
        ...[
          '--silent',
          '--show-error',
          '--write-out',
          '\n%{http_code}',
          '--header',
          `Authorization: Bearer ${app.token}`,
        ],
        ...['--form', 'resource_type=instruments', '--form', 'file=@-;filename=file.csv;type=text/csv'],
        `${app.url}${imports.path}`,
      ]);
      const said = Promise.all([text(curl.stdout), text(curl.stderr)]);
      curl.stdin.on('error', () => undefined); // curl stops reading when it has its answer
      curl.stdin.end(csvOf(20_000_000));
      const [output, errors] = await said;
      expect(errors).toBe('');
      expect(output).toMatch(/"code":"file_too_large".*\n413$/);
    }));

  it('counts what is no file too: a form without end is refused', () =>
    refusedWithoutTrace(async () => {
      const endless: Record<string, string> = {
        'in front of the first part': '',
        'behind the last part': multipart([INSTRUMENTS]).toString(),
        'in a file that is not taken':
          '--almagest-boundary\r\nContent-Disposition: form-data; name="x"; filename=""\r\n\r\n',
      };
      for (const start of Object.values(endless)) {
        const sent = openUpload(imports, { 'Transfer-Encoding': 'chunked' });
        const answer = answerOf(sent);
        sent.write(start);
        const poured = pour(sent, 20_000_000);
        expect(await answer).toMatchObject({ status: 413, body: { code: 'file_too_large' } });
        await poured;
      }
    }));

  it('leaves nothing behind when the client goes away, wherever it was', () =>
    refusedWithoutTrace(async () => {
      const whole = multipart([INSTRUMENTS, csvPart(csvOf(300_000))]);
      for (const share of [0, 0.001, 0.5, 0.9999]) {
        for (const headers of [{ 'Content-Length': whole.length }, { 'Transfer-Encoding': 'chunked' }]) {
          const sent = openUpload(imports, { ...headers, 'Idempotency-Key': `key-${share}` });
          sent.write(whole.subarray(0, Math.floor(whole.length * share)));
          await new Promise((resolve) => setTimeout(resolve, 40));
          sent.destroy();
          await eventually('its key is free', async () => (await imports.count('idempotency_keys')) === 0);
        }
      }
    }));

  it('is given up with 408 when it comes slower than the least rate', () =>
    refusedWithoutTrace(async () => {
      const sent = openUpload(imports, { 'Content-Length': 500_000 });
      const answer = answerOf(sent);
      sent.write(beginning(csvOf(100_000)));
      const drip = setInterval(() => sent.write('x'), 50);
      const { status, body, headers } = await answer;
      clearInterval(drip);
      expect([status, body.code, headers.connection]).toEqual([408, 'request_timeout', 'close']);
      expect(body.detail).toContain('2,000 bytes a second');
    }));

  it('may be slow as long as it keeps the least rate', async () => {
    const whole = multipart([INSTRUMENTS, csvPart(csvOf(6_000))]);
    const sent = openUpload(imports, { 'Content-Length': whole.length });
    const answer = answerOf(sent);
    for (let at = 0; at < whole.length; at += 300) {
      sent.write(whole.subarray(at, at + 300));
      await new Promise((resolve) => setTimeout(resolve, 75));
    }
    sent.end();
    expect((await answer).status).toBe(202);
  });

  it('ends a connection that goes on sending when it was answered', async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    const head = [
      `POST ${imports.path} HTTP/1.1`,
      'Host: test',
      `Authorization: Bearer ${app.token}`,
      'Content-Type: multipart/form-data; boundary=b',
      'Content-Length: 900000000',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    const flood = setInterval(() => socket.write('x'.repeat(10_000)), 20);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(flood);
    await app.http.get('/health/live').expect(200);
  });
});
