import { Agent, type IncomingMessage, request } from 'node:http';
import type { FuzzRequest } from './fuzz-request';

/** Whoever is not answered within this time was forgotten. */
const PATIENCE_MS = 30_000;
/**
 * What came of an answer that does not end by itself, as server-sent events of a job that waits.
 */
const EVENTS_MS = 300;

/** The answer to a request of the fuzz. */
export interface FuzzAnswer {
  readonly status: number;
  /** Without its parameters; empty when there is none. */
  readonly type: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/**
 * Sends a request as it is. Rejects when the connection is cut without an answer, or none comes.
 */
export function sendRequest(base: string, { method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const raw = headers.flatMap(([name, value]) => [name, value]);
    const chunked = headers.some(([name]) => name === 'Transfer-Encoding');
    const length = body === null || chunked ? [] : ['Content-Length', String(body.length)];
    const sent = request({
      agent,
      hostname,
      port,
      method,
      path,
      headers: ['Host', `${hostname}:${port}`, ...raw, ...length],
    });
    const timer = setTimeout(
      () => sent.destroy(new Error(`No answer within ${PATIENCE_MS} ms.`)),
      PATIENCE_MS,
    );
    sent.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    sent.on('response', (response) => {
      clearTimeout(timer);
      sent.removeAllListeners('error').on('error', () => undefined); // it was answered; what is still being sent may be cut
      resolve(readAnswer(response));
    });
    sent.end(body ?? undefined);
  });
}

async function readAnswer(response: IncomingMessage): Promise<FuzzAnswer> {
  const [type = ''] = (response.headers['content-type'] ?? '').split(';');
  const timer = type === 'text/event-stream' ? setTimeout(() => response.destroy(), EVENTS_MS) : undefined;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch (error) {
    if (timer === undefined) throw error;
  } finally {
    clearTimeout(timer);
  }
  const { statusCode: status = 0, headers } = response;
  return { status, type, headers, text: Buffer.concat(chunks).toString() };
}
