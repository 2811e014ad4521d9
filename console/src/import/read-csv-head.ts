/**
 * The first records of a CSV file for people to look at: RFC 4180, quotes, CRLF or LF, blank lines skipped. The last
 * record of a slice may be cut in the middle and is left out unless the slice is the `whole` file. The server reads the
 * file strictly; this only shows it.
 */
export function readCsvHead(text: string, most: number, whole: boolean): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cell !== '') records.push(cells);
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length && records.length < most; at++) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === ',') {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') endRecord();
    else if (!(sign === '\r' && text[at + 1] === '\n')) cell += sign;
  }
  if (whole && records.length < most && (cell !== '' || cells.length > 0)) endRecord();
  return records;
}
