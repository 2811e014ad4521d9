import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What becomes of a request: it goes through; or its answer never arrives, before or behind the
 * server; or a status.
 */
export type Fate =
  'pass' | 'lose-request' | 'lose-answer' | { status: number; headers?: Record<string, string> };

/** A proxy that decides over each request. */
export interface FlakyProxy {
  url: string;
  /** Method, path and Idempotency-Key of every request so far. */
  seen: { method: string; path: string; key: string | undefined }[];
  /** Bytes of the body of the last request. */
  received: () => number;
  stop: () => Promise<void>;
}

/** A proxy of `target`; `decide` says what becomes of each request. */
export async function startFlakyProxy(
  target: string,
  decide: (request: IncomingMessage) => Fate,
): Promise<FlakyProxy> {
  const seen: FlakyProxy['seen'] = [];
  let received = 0;
  const server = createServer((incoming, answer) => {
    const { method = '', url: path = '' } = incoming;
    seen.push({ method, path, key: incoming.headers['idempotency-key'] as string | undefined });
    received = 0;
    incoming.on('data', (chunk: Buffer) => (received += chunk.length)).pause();
    const fate = decide(incoming);
    if (fate === 'lose-request') incoming.socket.destroy();
    else if (typeof fate === 'object') refuse(incoming, answer, fate);
    else forward(target, incoming, answer, fate === 'lose-answer');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: `http://127.0.0.1:${port}`, seen, received: () => received, stop };
}

function refuse(
  incoming: IncomingMessage,
  answer: ServerResponse,
  fate: { status: number; headers?: Record<string, string> },
): void {
  incoming.resume().once('end', () => answer.writeHead(fate.status, fate.headers).end('<h1>Sorry</h1>'));
}

function forward(target: string, incoming: IncomingMessage, answer: ServerResponse, lose: boolean): void {
  const { method = 'GET', url = '/', headers } = incoming;
  const outgoing = request(new URL(url, target), { method, headers }, (response) => {
    if (lose) {
      response.resume().once('end', () => incoming.socket.destroy());
      return;
    }
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  outgoing.on('error', () => incoming.socket.destroy());
  incoming.pipe(outgoing);
}
