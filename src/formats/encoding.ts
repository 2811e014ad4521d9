import { isUtf8 } from 'node:buffer';

/** Length in bytes of a UTF-8 byte order mark at the start of `head`: 3, else 0. */
export function markLength(head: Uint8Array): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

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

/** Length of the sequence that begins with the byte `lead`; 0 for a byte that begins none. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

/** With the u flag a surrogate within a pair is not a character of its own, so only lone surrogates match. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Four times as fast, and enough for most texts: they have no surrogate at all. */
const SURROGATE = /[\ud800-\udfff]/;

/** True when the text contains half of a surrogate pair. Such a text is not Unicode and has no UTF-8 form. */
export function hasLoneSurrogate(text: string): boolean {
  return SURROGATE.test(text) && LONE_SURROGATE.test(text);
}
