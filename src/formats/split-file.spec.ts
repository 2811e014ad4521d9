import * as fc from 'fast-check';
import { CountedSource, recordsOf, splitText } from '../../test/support/split-text';
import { DEFAULT_LIMITS, FILE_FORMATS, type FileFormat } from './format';
import { splitFile } from './file-reader';

const SMALL: Record<FileFormat, string> = {
  csv: 'a,b\n1,2\n',
  json: '[{"a":1},\n{"a":2}]',
  ndjson: '{"a":1}\n{"a":2}\n',
};

const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
const utf32 = (text: string, mark: boolean) =>
  Buffer.concat(
    [...(mark ? '\ufeff' : ''), ...text].map((character) =>
      Buffer.from([character.codePointAt(0) ?? 0, 0, 0, 0]),
    ),
  );

describe('splitFile', () => {
  /** Pieces of all three formats, valid and broken, so that every state of the scanners meets every cut. */
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      '""',
      ',',
      '\n',
      '\r\n',
      '\r',
      '[',
      ']',
      '{',
      '}',
      '\\',
      '\\"',
      'a',
      'é',
      '😀',
      ' ',
      '\t',
      '1',
      ':',
    ),
    fc.constantFrom('{"a":"x\\"}"}', '[{}', '\ufeff', 'x,"y\n""z""",', '"closed",'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const file = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  );

  it('gives the same batches and the same error however the bytes arrive', async () => {
    const limits = { recordBytes: 40, columns: 4, rows: 10, batchBytes: 16 };
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom(...FILE_FORMATS),
        fc.integer({ min: 1, max: 9 }),
        async (bytes, format, chunk) => {
          const whole = await splitText(bytes, format, limits);
          const cut = await splitText(bytes, format, limits, chunk);
          expect(recordsOf(cut.batches)).toEqual(recordsOf(whole.batches));
          expect(cut.batches).toEqual(whole.batches);
          expect(cut.error?.message).toBe(whole.error?.message);
          expect(cut.error?.code).toBe(whole.error?.code);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('gives the same records and the same error whatever the size of a batch', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom(...FILE_FORMATS),
        fc.integer({ min: 1, max: 50 }),
        async (bytes, format, batchBytes) => {
          const small = await splitText(bytes, format, { batchBytes });
          const large = await splitText(bytes, format);
          expect(recordsOf(small.batches)).toEqual(recordsOf(large.batches));
          expect(small.error?.message).toBe(large.error?.message);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says with each batch where in the file it ends', async () => {
    const { batches } = await splitText('\ufeffa,b\n1,2\n\n3,4', 'csv', { batchBytes: 1 });
    expect(batches.map(({ endOffset }) => endOffset)).toEqual([7, 11, 15]);
  });

  it.each(FILE_FORMATS)(
    'takes one byte order mark from the start of a %s file, even byte by byte',
    async (format) => {
      const { batches, error } = await splitText(`\ufeff${SMALL[format]}`, format, {}, 1);
      expect(error).toBeNull();
      expect(recordsOf(batches)[0]?.[2]).toBe(format === 'csv' ? 'a,b' : '{"a":1}');
    },
  );

  it('keeps U+FEFF everywhere else', async () => {
    const { batches } = await splitText('\ufeff\ufeffa,b\n\ufeff1,2\n', 'csv', { batchBytes: 1 });
    expect(recordsOf(batches).map(([, , text]) => text)).toEqual(['\ufeffa,b', '\ufeff1,2']);
  });

  it.each(FILE_FORMATS)('reads %s in UTF-16 with a mark as it reads UTF-8', async (format) => {
    const expected = recordsOf((await splitText(SMALL[format], format)).batches);
    for (const file of [utf16(SMALL[format], true), utf16(SMALL[format], true).swap16()]) {
      const { batches, error } = await splitText(file, format, {}, 1);
      expect(error).toBeNull();
      expect(recordsOf(batches)).toEqual(expected);
    }
  });

  it.each(FILE_FORMATS)(
    'refuses %s in UTF-16 without a mark and in UTF-32, and says which',
    async (format) => {
      const small = SMALL[format];
      for (const [file, name] of [
        [utf16(small, false), 'UTF-16 (little'],
        [utf16(small, false).swap16(), 'UTF-16 (big'],
        [utf32(small, false), 'UTF-32'],
        [utf32(small, true), 'UTF-32'],
      ] as const) {
        expect((await splitText(file, format, {}, 1)).error).toMatchObject({
          code: 'encoding_unsupported',
          message: expect.stringContaining(name),
        });
      }
    },
  );

  it('keeps the whole records before half of a surrogate pair in UTF-16', async () => {
    const { batches, error } = await splitText(utf16('a,b\n1,2\n3,\ud83d\n', true), 'csv', {}, 3);
    expect(recordsOf(batches).map(([row]) => row)).toEqual([0, 1]);
    expect(error).toMatchObject({ code: 'invalid_encoding', line: 3 });
  });

  it('refuses Windows-1252 with the line and the offset of the byte, after the good records', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,name\n1,Cochlear\n2,Nestl'),
      Buffer.from([0xe9]),
      Buffer.from(' SA\n3,x\n'),
    ]);
    const { batches, error } = await splitText(bytes, 'csv');
    expect(recordsOf(batches).map(([row]) => row)).toEqual([0, 1]);
    expect(error).toMatchObject({ code: 'invalid_utf8', line: 3 });
    expect(error?.message).toMatch(/0xE9 at offset 26 \(line 3\)/);
  });

  it.each([
    ['cut short', [0xe2, 0x82]],
    ['too long for its value', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a tail without a head', [0x80]],
  ])('refuses a UTF-8 sequence that is %s', async (_, sequence) => {
    for (const chunk of [1, 65_536]) {
      const bytes = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from(sequence)]);
      const { error } = await splitText(bytes, 'csv', {}, chunk);
      expect(error).toMatchObject({ code: 'invalid_utf8', line: 2 });
      expect(error?.message).toContain('offset 6 ');
    }
  });

  it.each(FILE_FORMATS)(
    'refuses a %s file of nothing, of a mark, of blanks and of line ends, except NDJSON, which has no rows then',
    async (format) => {
      for (const content of ['', '\ufeff', ' \t ', '\n\r\n\n', `\ufeff \n`]) {
        const { batches, error } = await splitText(content, format);
        expect(error?.code).toBe(format === 'ndjson' ? undefined : 'file_empty');
        expect(batches).toEqual([]);
      }
    },
  );

  it.each(FILE_FORMATS)('refuses the %s row past the limit and yields those before it', async (format) => {
    const file = format === 'csv' ? 'a\n1\n2\n' : SMALL[format];
    const { batches, error } = await splitText(file, format, { rows: 1 });
    expect(error?.code).toBe('too_many_rows');
    expect(recordsOf(batches).filter(([row]) => row > 0)).toHaveLength(1);
    expect((await splitText(file, format, { rows: 2 })).error).toBeNull();
  });

  it('closes a batch of tiny records by their number, and counts on', async () => {
    const { batches } = await splitText(`a\n${'1\n'.repeat(DEFAULT_LIMITS.batchRows + 5)}`, 'csv');
    expect(batches.map(({ firstRow, lines }) => [firstRow, lines.length])).toEqual([
      [0, 1],
      [1, DEFAULT_LIMITS.batchRows],
      [DEFAULT_LIMITS.batchRows + 1, 5],
    ]);
  });

  it.each<[string, FileFormat, string, string]>([
    ['a quote that is opened at byte 8 and never closed', 'csv', 'id,name\n"', 'record_too_large'],
    ['one CSV cell', 'csv', 'id,name\n', 'record_too_large'],
    ['one JSON string', 'json', '[{"a":"', 'record_too_large'],
    ['one line of NDJSON', 'ndjson', '{"a":"', 'record_too_large'],
  ])('refuses %s after about a record, not after the file', async (_, format, start, code) => {
    const piece = Buffer.alloc(65_536, 'x');
    const source = new CountedSource(
      (function* () {
        yield Buffer.from(start);
        for (let index = 0; index < 1_600; index++) yield piece;
      })(),
    );
    const drain = async () => {
      for await (const batch of splitFile(source, format, DEFAULT_LIMITS)) void batch;
    };
    await expect(drain()).rejects.toMatchObject({ code });
    expect(source.taken).toBeLessThan(DEFAULT_LIMITS.recordBytes + 3 * piece.length);
  });

  it('keeps batches intact while it reads on', async () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `${index},${'v'.repeat(index % 300)}`);
    const { batches } = await splitText(`a,b\n${lines.join('\n')}`, 'csv', { batchBytes: 10_000 }, 777);
    expect(
      recordsOf(batches)
        .slice(1)
        .map(([, , text]) => text),
    ).toEqual(lines);
  });
});
