import { parseText } from '../../../test/support/split-text';
import { fitCells } from './column-count';
import type { CsvOptions } from './csv-options';

const COLUMNS = ['identifier', 'name', 'price', 'note'];

/** The message about the first record that does not fit the header, read with the options. */
async function complaint(record: string, options: CsvOptions = {}): Promise<string | null> {
  const file = `${COLUMNS.join(',')}\nA,b,1,x\n${record}\n`;
  const { records } = await parseText(file, 'csv', {}, { csv: options, json: {} });
  const last = records.at(-1);
  if (last === undefined || !('cells' in last) || last.row < 2) return null;
  const fitted = fitCells(last.cells, COLUMNS.length, options);
  return 'code' in fitted ? fitted.message : null;
}

describe('fitCells', () => {
  it.each<[string, string, RegExp]>([
    [
      'too few cells',
      'B,c,2',
      /^The record has 3 cells, the header 4\. The last cell is missing.*"ragged": "pad"/,
    ],
    ['several too few', 'B,2', /^The record has 2 cells, .* The last 2 cells are missing/],
    ['a delimiter at the end', 'B,c,2,y,', /ends with a comma after its last cell.*"ragged": "pad"/],
    ['surplus empty cells', 'B,c,2,y,,,', /last 3 cells are surplus and empty.*"ragged": "pad"/],
    ['a comma in a cell', 'B,c, Inc,2,y', /comma inside a cell needs quotes around the cell\.$/],
    ['a trailer', 'File Creation Time: 0102202421:30', /"footer_prefix": "File Creation Time:"/],
    ['a padded trailer', 'Total records,,', /"footer_prefix": "Total records"/],
    ['a quoted trailer', '"Total ""all"" 5"', /"footer_prefix": "Total \\"all\\""/],
    ['another delimiter', 'B;c;2,5;y', /separated by a semicolon instead of a comma.*"delimiter": ";"/],
    ['a comment', '# B', /begins like a comment.*"comment": "#"/],
    ['single quotes', "B,'c, Inc',2,y", /cells in single quotes.*"quote": "'"/],
    ['CR alone', 'B,c,2,y\rC,d,3,z', /CR without LF/],
  ])('names the cause: %s', async (_, record, message) => {
    expect(await complaint(record)).toMatch(message);
  });

  it.each<[string, string, CsvOptions]>([
    ['a missing cell', 'B,c,2', { ragged: 'pad' }],
    ['a delimiter at the end', 'B,c,2,y,', { ragged: 'pad' }],
    ['surplus empty cells', 'B,c,2,y,,,', { ragged: 'pad' }],
    ['a trailer', 'File Creation Time: 0102202421:30', { footer_prefix: 'File Creation Time:' }],
    ['a quoted trailer', '"Total 5"', { footer_prefix: 'Total' }],
    ['a comment', '# B', { comment: '#' }],
    ['single quotes', "B,'c, Inc',2,y", { quote: "'" }],
    ['a trailer by its number', 'Total 5', { skip_footer: 1 }],
  ])('does not complain again once the advice is followed: %s', async (_, record, options) => {
    expect(await complaint(record, options)).toBeNull();
  });

  it('pads and cuts empty cells only', () => {
    const pad = { ragged: 'pad' } as const;
    expect(fitCells(['1'], 3, pad)).toEqual(['1', '', '']);
    expect(fitCells(['1', '2', '', ''], 2, pad)).toEqual(['1', '2']);
    expect(fitCells(['1', '2', '3'], 2, pad)).toMatchObject({ code: 'column_count' });
    const cells = ['1', '2'];
    expect(fitCells(cells, 2)).toBe(cells);
  });

  it('names the delimiter of the file', () => {
    expect(fitCells(['a', 'b', 'c'], 2, { delimiter: '|' })).toMatchObject({
      message: expect.stringMatching(/vertical bar inside a cell/),
    });
    expect(fitCells(['a', 'b', 'c'], 2, { delimiter: '^', quote: null })).toMatchObject({
      message: expect.stringMatching(/"\^" inside a cell cannot be distinguished/),
    });
  });
});
