import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { describedResource } from '../../catalog/plain-resource';
import { ResourceRegistry } from '../../catalog/registry';
import { newReading, readDefaults, openReading, type ReadingContext } from './reading-context';
import { readRecords } from './read-records';
import type { FromThread, WorkerRequest, ToThread } from './reading-protocol';
import type { Sql, SqlParameter } from '../../database/sql';
import { getHeapSpaceStatistics, getHeapStatistics } from 'node:v8';

/** So much nicer than the process is the thread: of a core that both want it gets a quarter. */
const NICER = 5;
const NICEST = 19;

/** MiB that this thread may hold. */
const { memoryMb } = workerData as { memoryMb: number };

/** A thread that reads files, one after the other. It has no file and no database: it asks the one that started it. */
async function serve(port: MessagePort): Promise<void> {
  const channel = new WorkerChannel(port);
  const post = (message: FromThread, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  for (;;) {
    const context = contextOf(await channel.request(), channel);
    const reading = newReading();
    for await (const batch of readRecords(context, channel.chunks(), reading)) {
      if (holdsTooMuch(memoryMb)) return post({ kind: 'too_much_memory' });
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

/** Where a reading thread asks for what it needs: requests, bytes of the file and look-ups in the database. */
class WorkerChannel implements Sql {
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

const MIB = 1_048_576;
/** Garbage that is not collected yet may make up half as much again as is held. */
const WITH_GARBAGE = 1.5;
/** True when this thread holds more than `memoryMb` MiB: objects that outlived a collection, and buffers outside of the heap. */
function holdsTooMuch(memoryMb: number): boolean {
  const { used_heap_size, external_memory } = getHeapStatistics();
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  const held = used_heap_size - (young?.space_used_size ?? 0) + external_memory;
  return held > memoryMb * WITH_GARBAGE * MIB;
}

// Where cores are short, answering comes before reading on. Only Linux takes this for the thread and not for the process.
if (process.platform === 'linux') setPriority(Math.min(NICEST, getPriority() + NICER));
if (parentPort === null) throw new Error('This file is the start of a thread.');
// What goes wrong unexpectedly ends the thread, and is thrown where its batches are awaited.
void serve(parentPort);
