import { PassThrough } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body';

function request(headers: Record<string, string> = {}): PassThrough & IncomingMessage {
  return Object.assign(new PassThrough(), { headers }) as never;
}

describe('readBody', () => {
  it('puts the pieces together', async () => {
    const incoming = request();
    const body = readBody(incoming, 10);
    incoming.write('ab');
    incoming.end('cd');
    expect((await body).toString()).toBe('abcd');
  });

  it('refuses a declared length over the limit without reading a byte', async () => {
    const incoming = request({ 'content-length': '11' });
    await expect(readBody(incoming, 10)).rejects.toMatchObject({ code: 'body_too_large' });
    expect(incoming.readableFlowing).toBeNull();
  });

  it('settles when the client goes away', async () => {
    const incoming = request();
    const body = readBody(incoming, 10);
    incoming.write('ab');
    incoming.destroy();
    await expect(body).rejects.toMatchObject({ code: 'invalid_json' });
  });

  it('settles when the client went away before it was asked', async () => {
    const incoming = request();
    incoming.destroy();
    await expect(readBody(incoming, 10)).rejects.toMatchObject({ code: 'invalid_json' });
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    try {
      const body = readBody(request(), 10);
      jest.advanceTimersByTime(60_000);
      await expect(body).rejects.toMatchObject({ code: 'request_timeout' });
    } finally {
      jest.useRealTimers();
    }
  });
});
