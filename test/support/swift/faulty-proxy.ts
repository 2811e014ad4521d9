import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What becomes of a request to S3: it goes through; it is answered by a status; it or its answer is lost; its answer ends
 * after some bytes of the body, never comes, or bears another time.
 */
export type Fault =
  | 'pass'
  | 'lose-request'
  | 'lose-answer'
  | 'hang'
  | { readonly status: number; readonly code?: string }
  | { readonly cutAfter: number }
  | { readonly date: string };

/** One request as a test sees it: the method, the path and its parameters. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** A proxy in front of an S3 server. The host that a request is signed for is the proxy's and stays in it. */
export interface FaultyProxy {
  url: string;
  seen: SeenRequest[];
  /** Decides over every request from now on; a request that it says nothing about goes through. */
  decide: (fault: (request: SeenRequest) => Fault | undefined) => void;
  stop: () => Promise<void>;
}

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const seen: SeenRequest[] = [];
  let decide: (request: SeenRequest) => Fault | undefined = () => 'pass';
  const server = createServer((incoming, answer) => {
    const { method = '', url: path = '', headers } = incoming;
    const one = { method, path, headers };
    seen.push(one);
    apply(decide(one) ?? 'pass', target, incoming, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    decide: (fault) => (decide = fault),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function apply(fault: Fault, target: string, incoming: IncomingMessage, answer: ServerResponse): void {
  if (fault === 'lose-request') incoming.socket.destroy();
  else if (fault === 'hang') incoming.resume();
  else if (typeof fault === 'object' && 'status' in fault) refuse(incoming, answer, fault);
  else forward(target, incoming, answer, fault);
}

function refuse(
  incoming: IncomingMessage,
  answer: ServerResponse,
  { status, code = 'InternalError' }: { readonly status: number; readonly code?: string },
): void {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`;
  incoming
    .resume()
    .once('end', () => answer.writeHead(status, { 'Content-Type': 'application/xml' }).end(body));
}

function forward(target: string, incoming: IncomingMessage, answer: ServerResponse, fault: Fault): void {
  const { method = 'GET', url = '/', headers } = incoming;
  const outgoing = request(new URL(url, target), { method, headers, agent: false }, (response) => {
    if (fault === 'lose-answer') {
      response.resume().once('end', () => incoming.socket.destroy());
      return;
    }
    const date = typeof fault === 'object' && 'date' in fault ? { date: fault.date } : {};
    answer.writeHead(response.statusCode ?? 502, { ...response.headers, ...date });
    if (method === 'HEAD') answer.end();
    else if (typeof fault === 'object' && 'cutAfter' in fault) void cut(response, answer, fault.cutAfter);
    else response.pipe(answer);
  });
  outgoing.on('error', () => incoming.socket.destroy());
  incoming.pipe(outgoing);
}

async function cut(response: IncomingMessage, answer: ServerResponse, bytes: number): Promise<void> {
  let left = bytes;
  answer.flushHeaders();
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (left > 0) await new Promise((written) => answer.write(chunk.subarray(0, left), written));
    left -= chunk.length;
    if (left <= 0) break;
  }
  answer.destroy();
}
