import * as fc from 'fast-check';
import { parseString } from 'fast-csv';
import type { RecordIssue } from '../batch';
import { dialectOf } from './csv-dialect';
import type { CsvOptions } from './csv-options';
import { cutRecord as cut } from './cut-record';
import { QuotedCells } from './quoted-cells';

function cutRecord(record: string, columns: number, options: CsvOptions = {}): string[] | RecordIssue {
  const dialect = dialectOf(options);
  const quoted = new QuotedCells(dialect);
  const cells = cut(record, columns, dialect, quoted);
  quoted.flush();
  return cells;
}

/** The contents of well-formed quoted cells. */
function unquoteCells(texts: readonly string[]): string[] {
  const cells = texts.map(() => '');
  const quoted = new QuotedCells(dialectOf({}));
  for (const [index, text] of texts.entries()) quoted.add(cells, index, text);
  quoted.flush();
  return cells;
}

/** The cells that the public stream of fast-csv reads from a record. */
function fastCsv(record: string): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseString<string[], string[]>(record, { headers: false })
      .on('data', (row: string[]) => rows.push(row))
      .on('error', reject)
      .on('end', () => resolve(rows));
  });
}

const unquoted = fc
  .array(fc.constantFrom('a', 'b', '1', '.', '-', 'é', '😀', ' ', '\t', '\u00a0', '\r', '\ufeff', '='), {
    maxLength: 5,
  })
  .map((parts) => parts.join(''));
const quoted = fc
  .array(fc.constantFrom('""', ',', '\n', '\r', 'a', ' ', '\ufeff'), { maxLength: 6 })
  .map((parts) => `"${parts.join('')}"`);
const wellFormed = fc
  .array(fc.oneof(unquoted, quoted), { minLength: 1, maxLength: 6 })
  .map((cells) => cells.join(','));

describe('cutRecord', () => {
  it('cuts a record without quotes at its commas and keeps each cell to the blank', () => {
    fc.assert(
      fc.property(fc.array(unquoted, { minLength: 1, maxLength: 6 }), (cells) => {
        fc.pre(cells.length > 1 || cells[0] !== '');
        const record = cells.join(',');
        expect(cutRecord(record, 1_000)).toEqual(cells);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads quoted and unquoted cells side by side, each exactly', () => {
    const quotedCell = fc.tuple(fc.constant(true), fc.string({ unit: 'binary' }));
    const plainCell = fc.tuple(fc.constant(false), unquoted);
    fc.assert(
      fc.property(fc.array(fc.oneof(quotedCell, plainCell), { minLength: 1, maxLength: 8 }), (cells) => {
        const record = cells
          .map(([quote, text]) => (quote ? `"${text.replaceAll('"', '""')}"` : text))
          .join(',');
        expect(cutRecord(record, 1_000)).toEqual(cells.map(([, text]) => text));
      }),
      { numRuns: 3_000 },
    );
  });

  it('unquotes cells of quotes, line ends and byte order marks', () => {
    fc.assert(
      fc.property(fc.array(quoted, { minLength: 1, maxLength: 5 }), (cells) => {
        expect(unquoteCells(cells)).toEqual(cells.map((cell) => cell.slice(1, -1).replaceAll('""', '"')));
      }),
    );
  });

  it('unquotes cells of any length alike', () => {
    const contents = fc.array(fc.constantFrom('"', ',', '\n', 'a', ''), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(contents, fc.integer({ min: 1, max: 2_000 }), (parts, times) => {
        const content = parts.join('').repeat(times);
        const record = `1,"${content.replaceAll('"', '""')}"`;
        expect(cutRecord(record, 1_000)).toEqual(['1', content]);
      }),
    );
  });

  it('agrees with the stream of fast-csv where that loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, async (record) => {
        fc.pre(!/^[\s\ufeff]|[^"\s,]?\r/.test(record) && record !== '');
        expect([cutRecord(record, 1_000)]).toEqual(await fastCsv(record));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a quote out of place and takes the same record with the cell quoted', () => {
    fc.assert(
      fc.property(
        unquoted,
        fc.array(fc.constantFrom('"', 'a', ',', ' '), { minLength: 1, maxLength: 8 }),
        (start, parts) => {
          const cell = `${start}a"${parts.join('')}`;
          expect(cutRecord(`1,${cell}`, 1_000)).toMatchObject({ code: 'quote_malformed' });
          expect(cutRecord(`1,"${cell.replaceAll('"', '""')}"`, 1_000)).toEqual(['1', cell]);
        },
      ),
    );
  });

  it.each([
    ['"a";"b"', ['a', 'b']],
    [String.raw`"a","say \"b\""`, ['a', 'say "b"']],
  ])('names the option that reads %s', (record, cells) => {
    const { message } = cutRecord(record, 3) as RecordIssue;
    const option = /give csv_options (\{.*\})\./.exec(message)?.[1] ?? '{}';
    expect(cutRecord(record, 3, JSON.parse(option) as CsvOptions)).toEqual(cells);
  });
});
