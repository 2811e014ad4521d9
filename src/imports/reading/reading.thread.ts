import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { describedResource } from '../../catalog/plain-resource';
import { ResourceRegistry } from '../../catalog/registry';
import { newReading } from './file-reading';
import { readDefaults } from './read-defaults';
import { openReading, type ReadingContext } from './reading-context';
import { readRecords } from './read-records';
import { WorkerChannel } from './worker-channel';
import { holdsTooMuch } from './thread-memory';
import type { FromThread } from './thread-messages';
import type { WorkerRequest } from './worker-request';

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

// Where cores are short, answering comes before reading on. Only Linux takes this for the thread and not for the process.
if (process.platform === 'linux') setPriority(Math.min(NICEST, getPriority() + NICER));
if (parentPort === null) throw new Error('This file is the start of a thread.');
// What goes wrong unexpectedly ends the thread, and is thrown where its batches are awaited.
void serve(parentPort);
