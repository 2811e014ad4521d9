import { FileError } from '../format';
import type { CsvOptions } from './csv-options';
import { resolveCsvOptions } from './resolve-csv-options';

function resolve(file: string | Uint8Array, options: CsvOptions = {}, isWhole = true) {
  try {
    return resolveCsvOptions(options, Buffer.from(file as Uint8Array), isWhole);
  } catch (error) {
    if (error instanceof FileError) return { code: error.code, message: error.message, line: error.line };
    throw error;
  }
}

/** The delimiter, or the code of the error. */
const detected = (file: string, options: CsvOptions = {}, isWhole = true) => {
  const found = resolve(file, options, isWhole);
  return 'code' in found ? found.code : found.delimiter;
};

describe('resolveCsvOptions', () => {
  it('says what it takes for given', () => {
    expect(resolve('identifier,name\nA,x\n')).toEqual({
      delimiter: ',',
      quote: '"',
      escape: 'double',
      encoding: 'utf-8',
    });
    expect(resolve('a;b\n', { quote: null, trim: true })).toMatchObject({
      delimiter: ';',
      quote: null,
      trim: true,
    });
  });

  it('drops what the form leaves out by null', () => {
    const options = { delimiter: null, header_row: null, quote: null } as unknown as CsvOptions;
    expect(resolve('a;b\n', options)).toEqual({
      delimiter: ';',
      quote: null,
      escape: 'double',
      encoding: 'utf-8',
    });
  });

  it.each<[string, string, string]>([
    ['commas', 'identifier,name\nA,x\n', ','],
    ['semicolons and decimal commas', 'a;b\n1,5;2,5\n', ';'],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['bars', 'a|b\n1|2\n', '|'],
    ['a header only', 'a;b', ';'],
    ['one column', 'identifier\nA\nB;C\n', ','],
    ['nothing', '', ','],
    ['a semicolon header with one comma', 'a;b (x, y);c\n1;2;3\n4;5,5;6\n', ';'],
    ['a comma header with bars in a name', 'a,b|c,d\n1,2,3\n', ','],
    ['quoted cells with the other delimiter inside', '"a,b";"c"\n"1,2";"3"\n', ';'],
    ['quoted cells over lines', '"a\nb";c\n"1;2\n3";4\n', ';'],
    ['a comma header and broken rows', 'a,b;c\n1,2\n3\n4,5,6\n', ','],
    ['a comma header and rows of another delimiter', 'a,b\n1;2\n3;4\n', ','],
    ['a trailing delimiter in the rows', 'a;b,c\n1;2;\n3;4;\n', ';'],
    ['rows of nothing between', 'a;b,c\n;\n1;2\n  \n', ';'],
    ['a preamble of blank lines', '\n \n\na|b\n1|2\n', '|'],
    ['CRLF', 'a;b\r\n1;2\r\n', ';'],
    ['a trailer', 'Symbol|Name, Inc|x\nA|B|C\nFile Creation Time: 0102|||\n', '|'],
  ])('detects the delimiter of %s', (_, file, delimiter) => {
    expect(detected(file)).toBe(delimiter);
  });

  it('says which delimiters fit when several do', () => {
    const found = resolve('\na,b|c,d\n1,2|3,4\n');
    expect(found).toMatchObject({ code: 'delimiter_ambiguous', line: 2 });
    expect(found).toMatchObject({
      message:
        'Several delimiters fit the file: "," (comma, 3 columns) and "|" (vertical bar, 2 columns). Say which one it is: csv_options {"delimiter": ","}.',
    });
    expect(detected('\na,b|c,d\n1,2|3,4\n', { delimiter: '|' })).toBe('|');
    expect(detected('a,b|c\n')).toBe('delimiter_ambiguous');
  });

  it('goes by what most rows fit', () => {
    expect(detected(`a,b;c\n${'1,2\n'.repeat(5)}7;8\n`)).toBe(',');
    expect(detected(`a,b;c\n${'1;2\n'.repeat(5)}7,8\n`)).toBe(';');
  });

  it('ignores a record that the head cuts', () => {
    expect(detected('a;b,c\n1;2\n1,', {}, false)).toBe(';');
  });

  it('reads the lines that the options name', () => {
    expect(detected('Report; a, b; c\na,b\n1,2\n', { header_row: 2 })).toBe(',');
    expect(detected('# a;b,c\na\tb\n1\t2\n', { comment: '#' })).toBe('\t');
    expect(detected('x;y\nSTART\na|b\n1|2\n', { start_marker: 'START' })).toBe('|');
    expect(detected('a;b,c\n1;2;3;4\n1;2;3;4\n', { row_prefix_columns: ['x', 'y'] })).toBe(';');
  });

  it('finds the delimiter of a file without a header by its names', () => {
    const columns = ['a', 'b'];
    expect(detected('1,5;2,5\n3,5;4,5\n', { columns })).toBe(';');
    expect(detected('1;2\n', { columns })).toBe(';');
    expect(detected('1|2|3\n4|5|6\n', { columns })).toBe('|');
    expect(detected('1;2\n', { columns: ['a'] })).toBe(',');
    expect(detected('x\n', { columns })).toBe(',');
    expect(detected('1,2;3\n', { columns })).toBe('delimiter_ambiguous');
    expect(detected('a;b\n1;2\n', { columns })).toBe('unexpected_header');
  });

  it('finds the delimiter of the rows under a vertical list of names', () => {
    const columns = { start_marker: 'FIELDS', end_marker: 'END' };
    const file = 'FIELDS\nA, or B\nC\nEND\nDATA\nx|0|2|1,5|2|\ny|0|2|3|4,5|\n';
    const options = { columns, start_marker: 'DATA', row_prefix_columns: ['id', 'code', 'count'] };
    expect(detected(file, options)).toBe('|');
  });

  it('goes by a sep= line, and skips it', () => {
    expect(resolve('sep=;\r\na;b\r\n')).toMatchObject({ delimiter: ';', header_row: 2 });
    expect(resolve('SEP=^\na^b\n')).toMatchObject({ delimiter: '^', header_row: 2 });
    expect(resolve('sep=;\na;b\n', { delimiter: ',' })).toMatchObject({ code: 'delimiter_unsupported' });
    expect(resolve('sep=;\na,b\n', { delimiter: ',', header_row: 2 })).toMatchObject({ delimiter: ',' });
  });

  it.each<[string, CsvOptions, string]>([
    ['two headers', { columns: ['a'], header_row: 2 }, '/csv_options/columns'],
    ['a header in two ways', { header_row: 2, start_marker: 'x' }, '/csv_options/header_row'],
    ['two ends', { skip_footer: 1, footer_prefix: 'x' }, '/csv_options/skip_footer'],
    ['two ends of a block', { skip_footer: 1, end_marker: 'x' }, '/csv_options/skip_footer'],
    ['a delimiter that is the quote', { delimiter: "'", quote: "'" }, '/csv_options/delimiter'],
    ['a delimiter that is the default quote', { delimiter: '"' }, '/csv_options/delimiter'],
    ['a delimiter that is the escape', { delimiter: '\\', escape: '\\' }, '/csv_options/delimiter'],
    ['a delimiter of two characters', { delimiter: '||' }, '/csv_options/delimiter'],
    ['a delimiter of a surrogate pair', { delimiter: '😀' }, '/csv_options/delimiter'],
    ['a delimiter of half a pair', { delimiter: '\ud83d' }, '/csv_options/delimiter'],
    ['a line end as the delimiter', { delimiter: '\n' }, '/csv_options/delimiter'],
    ['an escape without quotes', { escape: '\\', quote: null }, '/csv_options/escape'],
    ['misplaced quotes without quotes', { lenient_quotes: true, quote: null }, '/csv_options/lenient_quotes'],
    ['blanks that are delimiters', { trim: true, delimiter: ' ' }, '/csv_options/trim'],
    ['an empty comment', { comment: '' }, '/csv_options/comment'],
    ['a comment of blanks', { comment: '  ' }, '/csv_options/comment'],
    ['a marker of two lines', { start_marker: 'a\nb' }, '/csv_options/start_marker'],
    ['names with a line end', { columns: ['a', 'b\nc'] }, '/csv_options/columns/1'],
    [
      'a list of names without a start of the records',
      { columns: { start_marker: 'a', end_marker: 'b' } },
      '/csv_options/columns',
    ],
    [
      'an empty marker of a list',
      { columns: { start_marker: 'a', end_marker: ' ' }, start_marker: 'x' },
      '/csv_options/columns/end_marker',
    ],
  ])('refuses %s with a pointer', (_, options, pointer) => {
    expect(() => resolveCsvOptions(options, Buffer.from('a,b\n'), true)).toThrow(
      expect.objectContaining({ pointer, message: expect.stringMatching(/\.$/) }),
    );
  });

  it('takes a delimiter that is a quote where no cell is quoted', () => {
    expect(detected('a"b\n', { delimiter: '"', quote: null })).toBe('"');
  });

  it.each(['"', ',', ';"', '\n', 'x'])('decides about a head of nothing but %j', (characters) => {
    const outcome = (): unknown => resolve(characters.repeat(65_536 / characters.length), {}, false);
    try {
      expect(outcome()).toHaveProperty('delimiter');
    } catch (error) {
      expect(error).toHaveProperty('code');
    }
  });
});
