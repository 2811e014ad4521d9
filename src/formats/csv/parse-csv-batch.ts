import type { ParsedRecord, RawBatch } from '../batch';
import type { FormatLimits } from '../format';
import { recordText } from '../record-text';
import { cutRecord } from './cut-record';

const NUL = '\0';

/** Parses each record by itself, so that a malformed one costs no other. */
export function parseCsvBatch(batch: RawBatch, limits: FormatLimits): ParsedRecord[] {
  const mayHoldNul = batch.bytes.includes(0);
  return batch.lines.map((line, index): ParsedRecord => {
    const row = batch.firstRow + index;
    const raw = recordText(batch, index);
    if (mayHoldNul && raw.includes(NUL)) {
      const message = 'The record holds a NUL character (byte 0x00), which cannot be stored; remove it.';
      return { row, line, issue: { code: 'nul_character', message }, raw };
    }
    const cells = cutRecord(raw, limits.columns);
    return Array.isArray(cells) ? { row, line, cells } : { row, line, issue: cells, raw };
  });
}
