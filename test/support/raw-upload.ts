import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { ImportsClient } from './imports-client';
import { bearer } from './imports-client';

/** One part of a form: a field, or a file when it has a file name. */
export interface FormPart {
  /** Null: a part without a name. */
  name: string | null;
  value: string | Buffer;
  /** As in the header, quotes included. */
  filename?: string;
  type?: string;
}

export const BOUNDARY = 'almagest-boundary';

/** The bytes of a multipart body, in the order of its parts. */
export function multipart(parts: readonly FormPart[], boundary = BOUNDARY): Buffer {
  const pieces = parts.flatMap(({ name, value, filename, type }) => {
    const of = name === null ? '' : `; name="${name}"`;
    const file = filename === undefined ? '' : `; filename=${filename}`;
    const kind = type === undefined ? '' : `\r\nContent-Type: ${type}`;
    const head = `--${boundary}\r\nContent-Disposition: form-data${of}${file}${kind}\r\n\r\n`;
    return [Buffer.from(head), Buffer.from(value), Buffer.from('\r\n')];
  });
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]);
}

export const csvPart = (value: string | Buffer, filename = '"file.csv"'): FormPart => ({
  name: 'file',
  value,
  filename,
  type: 'text/csv',
});

export const INSTRUMENTS: FormPart = { name: 'resource_type', value: 'instruments' };

/** The answer to a raw request, its body parsed. */
export interface RawAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown> & {
    code?: string;
    detail?: string;
    errors?: { pointer: string; code: string }[];
  };
}

/** Opens an upload without sending any of its body; a header given as undefined is left out. */
export function openUpload(
  client: ImportsClient,
  headers: Record<string, string | number | undefined> = {},
): ClientRequest {
  const all = {
    ...bearer(client.app.token),
    'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
    ...headers,
  };
  const sent = request(`${client.app.url}${client.path}`, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
    agent: false,
  });
  sent.on('error', () => undefined); // the server may close a connection that still sends
  sent.flushHeaders();
  return sent;
}

/** Resolves with the answer, whether or not the body was sent to its end. */
export async function answerOf(sent: ClientRequest): Promise<RawAnswer> {
  const failed = new Promise<never>((_, reject) => sent.once('error', reject));
  const [response] = (await Promise.race([once(sent, 'response'), failed])) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: text === '' ? {} : JSON.parse(text),
  };
}

/** Sends a body as it is, with its Content-Length. */
export function sendRaw(
  client: ImportsClient,
  body: Buffer,
  headers: Record<string, string | number | undefined> = {},
): Promise<RawAnswer> {
  const sent = openUpload(client, { 'Content-Length': body.length, ...headers });
  const answer = answerOf(sent);
  sent.end(body);
  return answer;
}

/** Sends a form of these parts. */
export const sendForm = (client: ImportsClient, ...parts: FormPart[]): Promise<RawAnswer> =>
  sendRaw(client, multipart(parts));
