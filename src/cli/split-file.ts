import { createReadStream } from 'node:fs';
import type { RawBatch } from '../formats/batch';
import { DEFAULT_LAYOUT, type FileLayout } from '../formats/file-layout';
import { FileError, DEFAULT_LIMITS, type FileFormat } from '../formats/format';
import { splitFile } from '../formats/file-reader';
import { CliFailure } from './failures';
import { nameOptions } from './name-options';
import { size } from './terminal/terminal';

const MAX_ROWS = DEFAULT_LIMITS.rows;
/** A part ends between two batches; a batch ends at the first record boundary after this many bytes. */
const BATCH_BYTES = 262_144;
const LF = 10;

/** A byte range of a file, and the physical line at which it begins. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Whole records of a file that are sent as a separate file. */
export interface Part extends Piece {
  /** Number of its first record in the whole file. */
  readonly firstRow: number;
  readonly rows: number;
}

/** How a file is split. */
export interface Plan {
  readonly format: FileFormat;
  /** CSV: the header, which each part repeats; null for a file without one. */
  readonly header: (Piece & { readonly lines: number }) | null;
  readonly parts: readonly Part[];
}

/**
 * Splits a file at record boundaries into parts of at most `maxBytes`, header included. Reads the file once and keeps no
 * more than a batch in memory. Throws a `CliFailure` for a file that the server would refuse as a whole.
 */
export async function planParts(
  path: string,
  format: FileFormat,
  maxBytes: number,
  layout: FileLayout = DEFAULT_LAYOUT,
): Promise<Plan> {
  const parts: Part[] = [];
  let header: Plan['header'] = null;
  const batchBytes = Math.max(1, Math.min(BATCH_BYTES, Math.floor(maxBytes / 8)));
  const limits = { ...DEFAULT_LIMITS, rows: Number.MAX_SAFE_INTEGER, batchBytes };
  try {
    for await (const batch of splitFile(createReadStream(path), format, limits, layout)) {
      const found = partOf(batch, format);
      if (format === 'csv' && batch.firstRow === 0) {
        // With names in the options the first batch is the header, and has no bytes.
        if (layout.csv.columns === undefined) header = headerOf(batch, found, layout);
        continue;
      }
      add(parts, found, maxBytes - overhead(header));
    }
  } catch (error) {
    if (error instanceof FileError)
      throw new CliFailure(`The file cannot be split: ${error.code}. ${nameOptions(error.message)}`);
    throw error;
  }
  return { format, header, parts };
}

/** The header, with the lines before it when the options count them. */
function headerOf({ bytes, bounds }: RawBatch, found: Part, { csv }: FileLayout): Plan['header'] {
  const lines = bytes.subarray(bounds[0]).filter((byte) => byte === LF).length;
  if (csv.header_row === undefined) return { ...found, lines };
  return { ...found, start: 0, line: 1, lines: found.line - 1 + lines };
}

/** Bytes of a part besides its records: the header, or the brackets of an array. */
const overhead = (header: Piece | null): number => (header === null ? 2 : header.end - header.start);

function add(parts: Part[], found: Part, maxBytes: number): void {
  const last = parts.at(-1);
  if (found.end - found.start > maxBytes) {
    throw new CliFailure(
      `The records from line ${found.line} on take ${size(found.end - found.start)} and cannot be split to fit into a part.`,
    );
  }
  if (last === undefined || found.end - last.start > maxBytes || last.rows + found.rows > MAX_ROWS) {
    parts.push(found);
  } else {
    parts[parts.length - 1] = { ...last, end: found.end, rows: last.rows + found.rows };
  }
}

/** A line includes its line break; an array element excludes the comma. */
function partOf({ bytes, bounds, lines, firstRow, endOffset }: RawBatch, format: FileFormat): Part {
  const offset = endOffset - bytes.length;
  return {
    start: offset + (bounds[0] ?? 0),
    end: format === 'json' ? offset + (bounds.at(-1) ?? 0) : endOffset,
    line: lines[0] ?? 1,
    firstRow,
    rows: lines.length,
  };
}

/** A part as a separate file; its bytes are read from `whole` while they are sent. */
export function partFile(whole: Blob, { format, header }: Plan, { start, end }: Part): Blob {
  const records = whole.slice(start, end);
  if (format === 'json') return new Blob(['[', records, ']']);
  return header === null ? new Blob([records]) : new Blob([whole.slice(header.start, header.end), records]);
}

/** The number in the whole file of a row of a part. */
export const rowInWhole = (part: Part, row: number): number => row + part.firstRow - 1;

/** The number in the whole file of a physical line of a part. */
export function lineInWhole({ header }: Plan, part: Part, line: number): number {
  if (header === null) return part.line + line - 1;
  return line <= header.lines ? header.line + line - 1 : part.line + line - header.lines - 1;
}
