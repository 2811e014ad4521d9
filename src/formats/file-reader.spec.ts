import * as fc from 'fast-check';
import { parseText, splitText } from '../../test/support/split-text';
import type { ParsedRecord } from './batch';
import { formatCsvRecord } from './csv/write-csv';
import { parseBatch } from './file-reader';
import { DEFAULT_LIMITS } from './format';
import { JsonNumber } from './json/json-value';

const issueOf = (record: ParsedRecord | undefined) =>
  record && 'issue' in record ? { row: record.row, code: record.issue.code, raw: record.raw } : record;

const cellsOrNothing = (record: ParsedRecord) =>
  'cells' in record ? record.cells : 'skip' in record ? null : record;
/** A row of empty cells is skipped; the header is no row. */
const unlessEmpty = (cells: string[], row: number) =>
  row > 0 && cells.every((text) => text.trim() === '') ? null : cells;

/** Any text that UTF-8 can carry, and often what CSV is sensitive to. */
const cell = fc.oneof(
  fc
    .array(fc.constantFrom('"', ',', '\r', '\n', ' ', '\t', 'a', '\ufeff', '\u00a0', "'", '='), {
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll('\0', '0')),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
  );

describe('parseBatch', () => {
  describe('of CSV', () => {
    it('gives back every table that formatCsvRecord wrote, whatever the cells and however small the batches', async () => {
      await fc.assert(
        fc.asyncProperty(table, fc.integer({ min: 1, max: 60 }), async (rows, batchBytes) => {
          const { records, error } = await parseText(rows.map(formatCsvRecord).join(''), 'csv', {
            batchBytes,
          });
          expect(error).toBeNull();
          expect(records.map(cellsOrNothing)).toEqual(rows.map(unlessEmpty));
          expect(records.map(({ row }) => row)).toEqual(rows.map((_, index) => index));
        }),
        { numRuns: 2_000 },
      );
    });

    it('gives back a table with every cell in quotes and CRLF line ends', async () => {
      await fc.assert(
        fc.asyncProperty(table, async (rows) => {
          const file = rows
            .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          const { records } = await parseText(file, 'csv');
          expect(records.map(cellsOrNothing)).toEqual(rows.map(unlessEmpty));
        }),
        { numRuns: 1_000 },
      );
    });

    it('costs no neighbour of a malformed record', async () => {
      const file = 'a,b\n1,2\n3,4" x\n"5"y,6\n7, "8"\n"9","1""0"\n"11" ,12\n13,"';
      const { records, error } = await parseText(file, 'csv');
      expect(error).toBeNull();
      expect(records.map((record) => ('cells' in record ? record.cells : issueOf(record)))).toEqual([
        ['a', 'b'],
        ['1', '2'],
        { row: 2, code: 'quote_malformed', raw: '3,4" x' },
        { row: 3, code: 'quote_malformed', raw: '"5"y,6' },
        { row: 4, code: 'quote_malformed', raw: '7, "8"' },
        ['9', '1"0'],
        { row: 6, code: 'quote_malformed', raw: '"11" ,12' },
        { row: 7, code: 'quote_malformed', raw: '13,"' },
      ]);
    });

    it('says where in the record a quote is misplaced and how to fix it', async () => {
      const { records } = await parseText('a,b\n3,4" x\n', 'csv');
      expect(records[1]).toMatchObject({
        issue: {
          message: expect.stringMatching(/^Character 4 of the record: .*write each quote inside it twice/),
        },
      });
    });

    it('refuses a record with a NUL character, and only that', async () => {
      const { records } = await parseText('a\n1\nx\0y\n2\n', 'csv');
      expect(records.map((record) => ('cells' in record ? record.cells : issueOf(record)))).toEqual([
        ['a'],
        ['1'],
        { row: 2, code: 'nul_character', raw: 'x\0y' },
        ['2'],
      ]);
    });

    it('keeps what looks like a number, a constant, a formula or nothing as the text it is', async () => {
      const cells = ['NA', 'TRUE', 'NAN', '2E3.BE', '000001', '=1+1', '__proto__', ' x ', '\u00a0', ''];
      const { records } = await parseText(`${cells.join(',')}\n${cells.join(',')}`, 'csv');
      expect(records[1]).toMatchObject({ cells });
    });

    it('reads "" and nothing alike', async () => {
      const { records } = await parseText('a,b\n"",x\n,x\n', 'csv');
      expect(records.slice(1)).toEqual([
        { row: 1, line: 2, cells: ['', 'x'] },
        { row: 2, line: 3, cells: ['', 'x'] },
      ]);
    });

    it.each([',', '"",""', ' \t', ' ," "', ',,,', '\r\r', '\x1a', '\x1a\r'])(
      'skips the row %j, which has its number',
      async (nothing) => {
        const { records, error } = await parseText(`a,b\n1,2\n${nothing}\n3,4\n`, 'csv');
        expect(error).toBeNull();
        expect(records.slice(1)).toEqual([
          { row: 1, line: 2, cells: ['1', '2'] },
          { row: 2, line: 3, skip: true },
          { row: 3, line: 4, cells: ['3', '4'] },
        ]);
      },
    );

    it.each(['\x1a', '\0', '\0\0\0\0', '\x1a\0\0'])('skips %j at the end of the file', async (padding) => {
      const { records, error } = await parseText(`a,b\n1,2\n${padding}`, 'csv');
      expect(error).toBeNull();
      expect(records.slice(2)).toEqual([{ row: 2, line: 3, skip: true }]);
    });

    it('skips any number of NULs at the end as one row, and refuses them in front of other bytes', async () => {
      const nuls = Buffer.alloc(3_000_000);
      const file = Buffer.concat([Buffer.from('a,b\n1,2\n'), nuls]);
      for (const chunk of [65_536, 1_000_000]) {
        const { batches, error } = await splitText(file, 'csv', {}, chunk);
        expect(error).toBeNull();
        expect(batches.flatMap((batch) => parseBatch(batch, DEFAULT_LIMITS)).slice(1)).toEqual([
          { row: 1, line: 2, cells: ['1', '2'] },
          { row: 2, line: 3, skip: true },
        ]);
      }
      const { records, error } = await parseText(Buffer.concat([file, Buffer.from('3,4\n')]), 'csv');
      expect(error).toMatchObject({ code: 'record_too_large', line: 3 });
      expect(records).toHaveLength(2);
      const { records: few } = await parseText('a,b\n\0\0\n3,4\n', 'csv');
      expect(issueOf(few[1])).toMatchObject({ code: 'nul_character' });
    });

    it('does not compare the number of cells with the header', async () => {
      const { records } = await parseText('a,b\n1\n1,2,3\n', 'csv');
      expect(records.slice(1)).toMatchObject([{ cells: ['1'] }, { cells: ['1', '2', '3'] }]);
    });

    it.each(['x,', '"",', '"""",'])('refuses a record of more cells than are read: %s', async (start) => {
      const { records } = await parseText(`a,b\n${start.repeat(5)}\n1,2\n`, 'csv', { columns: 5 });
      expect(issueOf(records[1])).toMatchObject({ code: 'column_count' });
      expect(records[2]).toMatchObject({ cells: ['1', '2'] });
    });

    it('counts physical lines over line ends inside cells', async () => {
      const { records } = await parseText('a,b\r\n"x\r\n""y""",1\r\n\r\n2,3', 'csv');
      expect(records).toEqual([
        { row: 0, line: 1, cells: ['a', 'b'] },
        { row: 1, line: 2, cells: ['x\r\n"y"', '1'] },
        { row: 2, line: 5, cells: ['2', '3'] },
      ]);
    });

    it('reads cells of hundreds of thousands of quotes', async () => {
      const { records } = await parseText(`a\n"${'""'.repeat(500_000)}"\n`, 'csv');
      expect(records[1]).toMatchObject({ cells: ['"'.repeat(500_000)] });
    });
  });

  describe.each(['json', 'ndjson'] as const)('of %s', (format) => {
    const file = (...rows: string[]) => (format === 'json' ? `[${rows.join(',\n')}]` : rows.join('\n'));

    it('gives objects with their rows and lines, numbers digit for digit', async () => {
      const { records } = await parseText(file('{"a":1.10,"b":"x"}', '{}'), format);
      expect(records).toEqual([
        { row: 1, line: 1, object: { a: new JsonNumber('1.10'), b: 'x' } },
        { row: 2, line: 2, object: {} },
      ]);
    });

    it.each([
      ['null', 'row_not_object'],
      ['[{"a":1}]', 'row_not_object'],
      ['"x"', 'row_not_object'],
      ['12', 'row_not_object'],
      ['true', 'row_not_object'],
      ['{"a":1,"a":2}', 'duplicate_key'],
      ['{"a":"\\u0000"}', 'nul_character'],
      ['{"a":"\\ud800"}', 'invalid_unicode'],
      [`{"a":${'['.repeat(32)}${']'.repeat(32)}}`, 'too_deep'],
      ['{"a":1e131071}', 'invalid_number'],
      ['{"a":01}', 'json_syntax'],
      ['{a:1}', 'json_syntax'],
      ["{'a':1}", 'json_syntax'],
      ['{"a":1,}', 'json_syntax'],
      ['{"a":1]', 'json_syntax'],
    ])('refuses the row %s with %s and keeps its neighbours', async (bad, code) => {
      const { records, error } = await parseText(file('{"id":1}', bad, '{"id":2}'), format);
      expect(error).toBeNull();
      expect(records).toHaveLength(3);
      expect(records[0]).toMatchObject({ object: { id: 1 } });
      expect(issueOf(records[1])).toEqual({ row: 2, code, raw: bad });
      expect(records[2]).toMatchObject({ row: 3, object: { id: 2 } });
    });

    it('takes __proto__ as a key like any other', async () => {
      const { records } = await parseText(file('{"__proto__":{"a":1}}'), format);
      const [record] = records;
      if (!record || !('object' in record)) throw new Error('An object was expected.');
      expect(Object.keys(record.object)).toEqual(['__proto__']);
    });
  });
});
