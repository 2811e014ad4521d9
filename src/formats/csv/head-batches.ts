import type { RawBatch } from '../batch';
import { DEFAULT_LIMITS } from '../format';
import { RecordWindow } from '../record-window';
import type { CsvOptions } from './csv-options';
import { CsvScanner } from './csv-scanner';

/** So many records of the beginning of a file are looked at; the first 64 KiB may have fewer. */
export const SAMPLE_ROWS = 100;

/** The records at the beginning of a file, as they would be read. Throws a `FileError`, after the whole records before it. */
export function* headBatches(head: Uint8Array, csv: CsvOptions, isWhole: boolean): Generator<RawBatch> {
  const window = new RecordWindow('csv', { ...DEFAULT_LIMITS, batchRows: SAMPLE_ROWS });
  const scanner = new CsvScanner(window, { csv, json: {} });
  window.append(head);
  try {
    while (scanner.advance(isWhole)) yield* window.flush();
  } catch (error) {
    yield* window.flush();
    throw error;
  }
  yield* window.flush();
}
