/** Position of the first byte in `start`…`end` that is not JSON white space (blank, TAB, LF, CR); `end` when all are. */
export function firstNonBlank(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== 32 && byte !== 9 && byte !== 10 && byte !== 13) return at;
  }
  return end;
}
