import type { MessagePort } from 'node:worker_threads';
import type { Sql, SqlParameter } from '../../database/sql';
import type { FromThread, ToThread } from './thread-messages';
import type { WorkerRequest } from './worker-request';

/** Where a reading thread asks for what it needs: requests, bytes of the file and look-ups in the database. */
export class WorkerChannel implements Sql {
  private readonly requests = new Inbox<WorkerRequest>();
  private readonly answers = new Inbox<object[]>();
  private bytes = new Inbox<Uint8Array | null>();

  constructor(private readonly port: MessagePort) {
    port.on('message', (message: ToThread) => {
      if (message.kind === 'read') {
        this.bytes = new Inbox(); // bytes that the last reading asked for and did not want any more
        this.requests.put(message.request);
      } else if (message.kind === 'rows') this.answers.put(message.rows);
      else this.bytes.put(message.bytes);
    });
  }

  request(): Promise<WorkerRequest> {
    return this.requests.take();
  }

  /** The bytes of the file; the next ones are asked for before these are dealt with. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    this.ask({ kind: 'want_chunk' });
    for (let bytes = await this.bytes.take(); bytes !== null; bytes = await this.bytes.take()) {
      this.ask({ kind: 'want_chunk' });
      yield bytes;
    }
  }

  async query<Row extends object = Record<string, unknown>>(
    text: string,
    params: readonly SqlParameter[] = [],
  ): Promise<Row[]> {
    this.ask({ kind: 'look_up', text, params });
    return (await this.answers.take()) as Row[];
  }

  private ask(message: FromThread): void {
    this.port.postMessage(message);
  }
}

/** Messages of one sort, in their request; one taker at a time. */
class Inbox<Item> {
  private readonly items: Item[] = [];
  private wake: (() => void) | null = null;

  put(item: Item): void {
    this.items.push(item);
    this.wake?.();
  }

  async take(): Promise<Item> {
    while (this.items.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
    return this.items.shift() as Item;
  }
}
