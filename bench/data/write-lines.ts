import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const LINES_AT_ONCE = 2_000;

/** Writes lines to a file as they are made, whatever their number. */
export async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(join(lines)), createWriteStream(path));
}

function* join(lines: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  for (const line of lines) {
    waiting.push(line, '\n');
    if (waiting.length < 2 * LINES_AT_ONCE) continue;
    yield waiting.join('');
    waiting = [];
  }
  yield waiting.join('');
}
