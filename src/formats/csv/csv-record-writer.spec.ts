import * as fc from 'fast-check';
import { parseText } from '../../../test/support/split-text';
import type { CsvOptions } from './csv-options';
import { csvRecordWriter, withoutDelimiter } from './csv-record-writer';

const options: fc.Arbitrary<CsvOptions> = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|', '^', 'é', '\u2028'),
    quote: fc.constantFrom<'"' | "'">('"', "'"),
    escape: fc.constantFrom<'double' | '\\'>('double', '\\'),
    trim: fc.boolean(),
    lenient_quotes: fc.boolean(),
    comment: fc.constantFrom('#', undefined),
  })
  .map(({ comment, ...others }) => ({ ...others, ...(comment !== undefined && { comment }) }));
const cell = fc
  .array(
    fc.constantFrom('"', "'", '\\', ',', ';', '\t', '|', '^', 'é', '\r', '\n', ' ', 'a', '#', '\ufeff'),
    {
      maxLength: 7,
    },
  )
  .map((parts) => parts.join(''));

describe('csvRecordWriter', () => {
  it('writes what the same options read again', async () => {
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(options, table, async (csv, rows) => {
        const given = rows.map((cells) => (csv.trim === true ? cells.map((text) => text.trim()) : cells));
        const write = csvRecordWriter(csv);
        const text = [['h1', 'h2', 'h3'], ...given.map((cells) => [...cells, 'x'])].map(write).join('');
        const { records, error } = await parseText(text, 'csv', {}, { csv, json: {} });
        expect(error).toBeNull();
        expect(records.slice(1).map((record) => ('cells' in record ? record.cells : record))).toEqual(
          given.map((cells) => [...cells, 'x']),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('writes no delimiter into a file in which nothing is quoted', () => {
    const csv = { delimiter: '|', quote: null };
    expect(withoutDelimiter('a|b\r\nc\rd', csv)).toBe('a b c d');
    expect(withoutDelimiter('a b', { delimiter: ' ', quote: null })).toBe('a_b');
    expect(withoutDelimiter('a|b\n', { delimiter: '|' })).toBe('a|b\n');
    expect(csvRecordWriter(csv)(['"a', 'b"'])).toBe('"a|b"\n');
  });
});
