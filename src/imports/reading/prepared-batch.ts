import { writeCopyLine } from '../../catalog/importing/stage-row';
import type { RowError } from '../../catalog/reading/row-error';
import type { Warning } from '../../catalog/reading/warnings';
import type { NewParent } from './resolve-parent-keys';

/** Rows and row errors of one batch, ready for the staging tables. */
export interface ReadRows {
  /** Lines of COPY. */
  readonly rows: readonly string[];
  readonly errors: readonly RowError[];
  /** Parents that must be created. */
  readonly newParents: readonly NewParent[];
}

/** Lines of Postgres' COPY as bytes: much smaller than strings, and transferable to another thread. */
export interface CopyLines {
  readonly bytes: Uint8Array;
  readonly count: number;
}

export const NO_LINES: CopyLines = { bytes: new Uint8Array(0), count: 0 };

/** One batch of a file as the pipeline takes it, what the file is known to be by then, and where the batch ends. */
export interface PreparedBatch {
  readonly rows: CopyLines;
  readonly errors: CopyLines;
  readonly newParents: readonly NewParent[];
  /** Fields that every row of the batch brings along, and fields that some row does: bits of `_given`. */
  readonly given: { readonly inAll: number; readonly inAny: number };
  /** No key of the file was out of order so far. */
  readonly ascending: boolean;
  /** Columns or keys that feed no field and appear for the first time. */
  readonly ignored: readonly string[];
  /** What the batch warns of. */
  readonly warnings: readonly Warning[];
  /** Number of its last row. */
  readonly lastRow: number;
  /** Offset in the file just after the batch. */
  readonly endOffset: number;
}

/** Row errors as COPY takes them, in the columns of `READ_ERROR_COLUMNS`. */
export const errorLines = (errors: readonly RowError[]): CopyLines =>
  copyLines(
    errors.map(({ row, line, column, code, message, value, fileRow = null }) =>
      writeCopyLine([row, line, column, code, message, value, fileRow]),
    ),
  );

const encoder = new TextEncoder();

/** Lines of COPY as bytes. */
export function copyLines(lines: readonly string[]): CopyLines {
  return lines.length === 0 ? NO_LINES : { bytes: encoder.encode(lines.join('')), count: lines.length };
}
