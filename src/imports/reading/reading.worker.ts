import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { describedResource } from '../../catalog/plain-resource';
import { ResourceRegistry } from '../../catalog/registry';
import { newReading, readDefaults, openReading, type ReadingContext } from './reading-context';
import { readRecords } from './read-records';
import type { FromThread, WorkerRequest, ToThread } from './reading-protocol';
import type { Sql, SqlParameter } from '../../database/sql';
import { FileError } from '../../formats/format';
import { getHeapSpaceStatistics, getHeapStatistics } from 'node:v8';

/** Added to the nice value of the process: of a core that both need, the thread gets a quarter. */
const ADDED_NICENESS = 5;
const MAX_NICENESS = 19;

/** Memory limit of this thread in MiB. */
const { memoryMb } = workerData as { memoryMb: number };

/** Reads files, one after the other. This thread has no file and no database: it requests both from its host. */
async function serve(port: MessagePort): Promise<void> {
  const channel = new WorkerChannel(port);
  const post = (message: FromThread, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  for (;;) {
    const context = contextOf(await channel.request(), channel);
    const reading = newReading();
    for await (const batch of readRecords(context, channel.chunks(), reading)) {
      if (usesTooMuchMemory(memoryMb)) return post({ kind: 'too_much_memory' });
      const buffers = [batch.rows, batch.errors].filter(({ count }) => count > 0);
      post(
        { kind: 'batch', batch },
        buffers.map(({ bytes }) => bytes.buffer as ArrayBuffer),
      );
    }
    post({ kind: 'end', reading });
  }
}

function contextOf(request: WorkerRequest, channel: WorkerChannel): ReadingContext {
  return openReading({
    ...request,
    request: { ...request.request, defaults: readDefaults(request.request.defaults) },
    registry: new ResourceRegistry(request.resources.map(describedResource)),
    pool: channel,
  });
}

/** The worker's side of the protocol: files to read, their bytes, and look-ups in the database. */
class WorkerChannel implements Sql {
  private readonly requests = new Inbox<WorkerRequest>();
  private readonly rows = new Inbox<object[]>();
  private bytes = new Inbox<Uint8Array | FileError | null>();

  constructor(private readonly port: MessagePort) {
    port.on('message', (message: ToThread) => {
      if (message.kind === 'read') {
        this.bytes = new Inbox(); // bytes that the last reading asked for and did not want any more
        this.requests.put(message.request);
      } else if (message.kind === 'rows') this.rows.put(message.rows);
      else if (message.kind === 'file_error') this.bytes.put(new FileError(message.code, message.message));
      else this.bytes.put(message.bytes);
    });
  }

  request(): Promise<WorkerRequest> {
    return this.requests.take();
  }

  /** The bytes of the file. The next chunk is requested before this one is processed. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    this.ask({ kind: 'want_chunk' });
    for (let bytes = await this.bytes.take(); bytes !== null; bytes = await this.bytes.take()) {
      if (bytes instanceof FileError) throw bytes;
      this.ask({ kind: 'want_chunk' });
      yield bytes;
    }
  }

  async query<Row extends object = Record<string, unknown>>(
    text: string,
    params: readonly SqlParameter[] = [],
  ): Promise<Row[]> {
    this.ask({ kind: 'look_up', text, params });
    return (await this.rows.take()) as Row[];
  }

  private ask(message: FromThread): void {
    this.port.postMessage(message);
  }
}

/** Messages of one kind, in order, for one receiver at a time. */
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

const MIB = 1_048_576;
/** Garbage that is not collected yet may add half of the live memory. */
const WITH_GARBAGE = 1.5;
/** True when this thread uses more than `memoryMb` MiB: objects that survived a collection, and buffers outside of the heap. */
function usesTooMuchMemory(memoryMb: number): boolean {
  const { used_heap_size, external_memory } = getHeapStatistics();
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  const used = used_heap_size - (young?.space_used_size ?? 0) + external_memory;
  return used > memoryMb * WITH_GARBAGE * MIB;
}

// The API has priority over reading. Only Linux sets the priority of the thread and not of the process.
if (process.platform === 'linux') setPriority(Math.min(MAX_NICENESS, getPriority() + ADDED_NICENESS));
if (parentPort === null) throw new Error('This file must run as a worker thread.');
// An unexpected error ends the thread; the host throws it to the reader of the batches.
void serve(parentPort);
