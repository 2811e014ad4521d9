import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { bearer, type ImportsClient } from './imports-client';

/** What came over a stream of server-sent events. */
export interface EventStream {
  status: number;
  headers: Headers;
  /** The data of each event so far. */
  jobs: ImportJobDto[];
  /** Comment lines so far. */
  comments: string[];
  /** Resolves when the server ended the stream. */
  ended: Promise<void>;
  /** Leaves, as a client does that lost its interest. */
  leave: () => void;
}

/** Listens to the events of an import. */
export async function listen(client: ImportsClient, id: string): Promise<EventStream> {
  const controller = new AbortController();
  const response = await fetch(`${client.app.url}${client.path}/${id}/events`, {
    headers: bearer(client.app.token),
    signal: controller.signal,
  });
  const stream: EventStream = {
    status: response.status,
    headers: response.headers,
    jobs: [],
    comments: [],
    ended: Promise.resolve(),
    leave: () => controller.abort(),
  };
  stream.ended = read(response, stream).catch((error: unknown) => {
    if (!controller.signal.aborted) throw error;
  });
  return stream;
}

async function read(response: Response, stream: EventStream): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const blocks = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith(':')) stream.comments.push(block);
      else stream.jobs.push(JSON.parse(block.replace(/^data: /, '')) as ImportJobDto);
    }
  }
  if (rest !== '') throw new Error(`The stream ended in the middle of an event: ${rest}`);
}
