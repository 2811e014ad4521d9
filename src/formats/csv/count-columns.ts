const QUOTE = 34;
const COMMA = 44;

/** Number of cells in the bytes of one CSV record: commas outside quotes, and one. */
export function countColumns(record: Uint8Array): number {
  let columns = 1;
  let inQuotes = false;
  for (const byte of record) {
    if (byte === QUOTE) inQuotes = !inQuotes;
    else if (byte === COMMA && !inQuotes) columns++;
  }
  return columns;
}
