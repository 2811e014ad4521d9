import { counted } from '../counted';

const UNCLOSED =
  'The likely cause is a quote that is opened and never closed. Check the quotes from that line on: a quote inside a quoted cell is written twice. If quotes mean nothing in this file, give csv_options {"quote": null}.';

/**
 * Why a record is too large: whether it is one cell, and the likely cause. `record`: its bytes up to the limit. `delimiter`
 * and `quote` are bytes; null: no cell is quoted. The time is linear.
 */
export function adviceOnLargeRecord(record: Uint8Array, delimiter: number, quote: number | null): string {
  let cells = 1;
  let start = 0;
  let inQuotes = false;
  for (let at = 0; at < record.length; at++) {
    const byte = record[at];
    if (byte === quote && quote !== null)
      inQuotes = inQuotes ? false : at === start || record[at - 1] === quote;
    else if (byte === delimiter && !inQuotes) {
      cells++;
      start = at + 1;
    }
  }
  const isOneCell = record.length - start > record.length / 2;
  const what = isOneCell
    ? `Almost all of it is one cell, number ${cells.toLocaleString('en')}.`
    : `It has ${counted(cells, 'cell')} up to there.`;
  if (inQuotes) return `${what} ${UNCLOSED}`;
  return isOneCell
    ? `${what} Shorten the text of that cell, or check the delimiter and the line ends (LF or CRLF).`
    : `${what} Does the file have line ends (LF or CRLF)?`;
}
