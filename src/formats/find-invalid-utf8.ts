import { isUtf8 } from 'node:buffer';

/** Offset of the first byte that does not belong to a well-formed UTF-8 sequence, or -1 when all of them do. */
export function findInvalidUtf8(bytes: Buffer): number {
  if (isUtf8(bytes)) return -1;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) return at;
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** Length that a lead byte announces; 0 for a byte that cannot lead. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}
