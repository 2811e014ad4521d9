/** Reads RFC 4180 character by character, for tests that must not trust the reader under test. */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let inQuotes = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (inQuotes && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (character === ',' || character === '\n')) {
      record.push(cell);
      cell = '';
      if (character === ',') continue;
      records.push(record);
      record = [];
    } else cell += character;
  }
  if (inQuotes || cell !== '' || record.length > 0) throw new Error('The file does not end with a line end.');
  return records;
}

/** Writes a record with every cell in quotes. */
export const writeCsvRecord = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
