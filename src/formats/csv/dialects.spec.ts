import * as fc from 'fast-check';
import { parseString } from 'fast-csv';
import { splitText } from '../../../test/support/split-text';
import { DEFAULT_LIMITS } from '../format';
import { parseBatch } from '../file-reader';
import type { CsvOptions } from './csv-options';
import { dialectOf } from './csv-dialect';
import { cutRecord } from './cut-record';
import { QuotedCells } from './quoted-cells';

const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '§', '€'),
  quote: fc.constantFrom<'"' | "'">('"', "'"),
  escape: fc.constantFrom<'double' | '\\'>('double', '\\'),
});
const cell = fc
  .array(fc.constantFrom('"', "'", '\\', ',', ';', '\t', '|', '§', '€', '\r', '\n', ' ', 'a', '\ufeff'), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

/** Writes a cell in quotes, as the dialect has it. */
function quoted(text: string, { quote, escape }: CsvOptions): string {
  const inner =
    escape === 'double'
      ? text.replaceAll(quote ?? '', `${quote}${quote}`)
      : text.replace(/["'\\]/g, (one) => (one === quote || one === '\\' ? `\\${one}` : one));
  return `${quote}${inner}${quote}`;
}

/** Every state of the scanner meets every cut; the cutter sees the records that the scanner found. */
async function cells(file: string, csv: CsvOptions, chunk: number) {
  const layout = { csv, json: {} };
  const { batches, error } = await splitText(file, 'csv', {}, chunk, layout);
  expect(error).toBeNull();
  const records = batches.flatMap((batch) => parseBatch(batch, DEFAULT_LIMITS, layout));
  return records
    .slice(1)
    .map((record) => ('cells' in record ? record.cells : 'skip' in record ? null : record));
}

describe('a file of any dialect', () => {
  it('gives back every table of quoted cells, however the bytes arrive', async () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(dialect, table, fc.integer({ min: 1, max: 9 }), async (csv, rows, chunk) => {
        const file = rows.map((row) => `${row.map((text) => quoted(text, csv)).join(csv.delimiter)}\r\n`);
        const wanted = rows.map((row) => (row.every((text) => text.trim() === '') ? null : row));
        expect(await cells(`x\n${file.join('')}`, csv, chunk)).toEqual(wanted);
        // Where every quote is in place, lenient_quotes changes nothing.
        if (csv.escape === '\\') return;
        expect(await cells(`x\n${file.join('')}`, { ...csv, lenient_quotes: true }, chunk)).toEqual(wanted);
      }),
      { numRuns: 400 },
    );
  });

  it('has the same records and cells in any chunks, whatever the bytes and the options', async () => {
    const options = fc.record(
      {
        delimiter: fc.constantFrom(',', ';', '€'),
        quote: fc.constantFrom<'"' | "'" | null>('"', "'", null),
        escape: fc.constantFrom<'double' | '\\'>('double', '\\'),
        trim: fc.boolean(),
        lenient_quotes: fc.boolean(),
        comment: fc.constantFrom('a', ',"'),
        footer_prefix: fc.constantFrom('a ', ';'),
        skip_footer: fc.integer({ min: 0, max: 3 }),
        header_row: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: [] },
    );
    const text = fc.array(cell, { maxLength: 8 }).map((parts) => parts.join('\n'));
    await fc.assert(
      fc.asyncProperty(options, text, fc.integer({ min: 1, max: 5 }), async (csv, file, chunk) => {
        const layout = { csv, json: {} };
        const whole = await splitText(`\n${file}`, 'csv', {}, 65_536, layout);
        const cut = await splitText(`\n${file}`, 'csv', {}, chunk, layout);
        expect(cut.batches).toEqual(whole.batches);
        expect(cut.error?.message).toBe(whole.error?.message);
        for (const batch of whole.batches) parseBatch(batch, DEFAULT_LIMITS, layout);
      }),
      { numRuns: 500 },
    );
  });

  it('is cut as the stream of fast-csv cuts it, with the dialect as its options', async () => {
    const texts = fc.array(cell, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(dialect, texts, async (csv, row) => {
        fc.pre(!row.some((text) => text.includes('\r')));
        const record = row.map((text) => quoted(text, csv)).join(csv.delimiter);
        const { delimiter, quote, escape } = csv;
        const rows: string[][] = [];
        await new Promise((resolve, reject) =>
          parseString<string[], string[]>(record, {
            headers: false,
            delimiter,
            quote,
            ...(escape !== 'double' && { escape }),
          })
            .on('data', (cut: string[]) => rows.push(cut))
            .on('error', reject)
            .on('end', resolve),
        );
        const contents = new QuotedCells(dialectOf(csv));
        const own = cutRecord(record, 1_000, dialectOf(csv), contents);
        contents.flush();
        expect([own]).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});
