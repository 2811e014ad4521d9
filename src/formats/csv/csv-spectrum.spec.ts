import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseText } from '../../../test/support/split-text';

const CORPUS = dirname(require.resolve('csv-spectrum/package.json'));
const FILES = readdirSync(join(CORPUS, 'csvs')).map((file) => basename(file, '.csv'));
/** It has a quote inside an unquoted cell, which RFC 4180 does not allow; and its JSON is that of another file. */
const MALFORMED = 'location_coordinates';

const csvOf = (name: string): Buffer => readFileSync(join(CORPUS, 'csvs', `${name}.csv`));
const jsonOf = (name: string): unknown =>
  JSON.parse(readFileSync(join(CORPUS, 'json', `${name}.json`), 'utf8'));

describe('The corpus csv-spectrum', () => {
  it('has its twelve files', () => {
    expect(FILES).toHaveLength(12);
  });

  it.each(FILES.filter((name) => name !== MALFORMED))('is read as its JSON says: %s', async (name) => {
    for (const batchBytes of [1, 16, 1_048_576]) {
      const { records, error } = await parseText(csvOf(name), 'csv', { batchBytes });
      expect(error).toBeNull();
      const [header = [], ...rows] = records.map((record) => ('cells' in record ? record.cells : []));
      const objects = rows.map((cells) =>
        Object.fromEntries(header.map((column, index) => [column, cells[index]])),
      );
      expect(objects).toEqual(jsonOf(name));
    }
  });

  it('is refused for a quote in a cell without quotes, and read once that cell has them', async () => {
    const text = csvOf(MALFORMED).toString();
    const { records } = await parseText(text, 'csv');
    expect(records).toMatchObject([{ row: 0 }, { row: 1, line: 2, issue: { code: 'quote_malformed' } }]);
    const coordinates = /37.*W(?=,)/.exec(text)?.[0] ?? '';
    const corrected = text.replace(coordinates, `"${coordinates.replaceAll('"', '""')}"`);
    const [, row] = (await parseText(corrected, 'csv')).records;
    expect(row).toMatchObject({ cells: ['2095257564', coordinates, 'Modesto', 'Stanislaus'] });
  });
});
