import type { ParsedRecord, RawBatch } from '../../src/formats/batch';
import { FileError, DEFAULT_LIMITS, type FileFormat, type FormatLimits } from '../../src/formats/format';
import { DEFAULT_LAYOUT, type FileLayout } from '../../src/formats/file-layout';
import { parseBatch, splitFile } from '../../src/formats/file-reader';

/** All that came of a file: its batches, and the error that ended it. */
export interface SplitResult {
  batches: RawBatch[];
  error: FileError | null;
}

/** Splits a file given as text or bytes, which arrives in chunks of `chunkBytes`. */
export async function splitText(
  file: string | Uint8Array,
  format: FileFormat,
  limits: Partial<FormatLimits> = {},
  chunkBytes = 65_536,
  layout: FileLayout = DEFAULT_LAYOUT,
): Promise<SplitResult> {
  const batches: RawBatch[] = [];
  try {
    const source = chunksOf(Buffer.from(file as Uint8Array), chunkBytes);
    for await (const batch of splitFile(source, format, { ...DEFAULT_LIMITS, ...limits }, layout)) {
      batches.push(batch);
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { batches, error };
  }
  return { batches, error: null };
}

/** Splits and parses a file; `error` is its file error. */
export async function parseText(
  file: string | Uint8Array,
  format: FileFormat,
  limits: Partial<FormatLimits> = {},
  layout: FileLayout = DEFAULT_LAYOUT,
): Promise<{ records: ParsedRecord[]; error: FileError | null }> {
  const { batches, error } = await splitText(file, format, limits, 65_536, layout);
  const parsed = batches.flatMap((batch) => parseBatch(batch, { ...DEFAULT_LIMITS, ...limits }, layout));
  return { records: parsed, error };
}

/** Each record as [row, line, text]. */
export function recordsOf(batches: readonly RawBatch[]): [row: number, line: number, text: string][] {
  return batches.flatMap(({ bytes, bounds, lines, firstRow }) =>
    lines.map((line, index): [number, number, string] => [
      firstRow + index,
      line,
      bytes.toString('utf8', bounds[2 * index], bounds[2 * index + 1]),
    ]),
  );
}

/** A source that counts how many bytes were taken from it. */
export class CountedSource implements AsyncIterable<Uint8Array> {
  taken = 0;

  constructor(private readonly pieces: Iterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (const piece of this.pieces) {
      this.taken += piece.length;
      yield piece;
    }
  }
}

async function* chunksOf(bytes: Buffer, chunkBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
