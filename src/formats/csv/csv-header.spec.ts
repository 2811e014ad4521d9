import { DEFAULT_LIMITS, FileError } from '../format';
import { parseText, splitText } from '../../../test/support/split-text';
import { checkHeader, readHeader } from './csv-header';

function errorOf(check: () => unknown): FileError | null {
  try {
    check();
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
  return null;
}

describe('checkHeader', () => {
  it('accepts names of any kind, and columns without a name', () => {
    expect(
      errorOf(() => checkHeader(['identifier', 'Name', 'name', '__proto__', 'a;b', 'é', '', ''])),
    ).toBeNull();
    expect(errorOf(() => checkHeader(['identifier']))).toBeNull();
  });

  it('accepts the same name twice: only a field that is fed twice is refused', () => {
    expect(errorOf(() => checkHeader(['isin', 'name', 'isin', 'constructor', 'constructor']))).toBeNull();
  });

  it.each([
    ['identifier;name;type_id', /semicolon\. Leave csv_options.delimiter out/],
    ['identifier\tname', /tab\. /],
    ['identifier|name', /vertical bar\. /],
  ])('refuses the delimiter of %j by its name when another was given', (line, name) => {
    const error = errorOf(() => checkHeader([line], 1, { delimiter: ',' }));
    expect(error?.code).toBe('delimiter_unsupported');
    expect(error?.message).toMatch(name);
  });

  it('distinguishes CR CR LF from CR alone, and says what helps', async () => {
    expect(errorOf(() => checkHeader(['a', 'b\r']))?.message).toMatch(/CR CR LF.*"trim": true/);
    const file = 'a,b\r\r\n1,2\r\r\n\r\r\n3,4\r\r\n';
    const layout = { csv: { trim: true }, json: {} };
    const { batches } = await splitText(file, 'csv', {}, 65_536, layout);
    const [first] = batches;
    expect(first && readHeader(first, DEFAULT_LIMITS, layout)).toEqual(['a', 'b']);
    const { records } = await parseText(file, 'csv', {}, layout);
    expect(records.map((record) => ('cells' in record ? record.cells : null))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      null,
      ['3', '4'],
    ]);
  });

  it.each([[['sep=;']], [['sep=', '']], [['SEP=\t']]])('refuses the spreadsheet line %j', (cells) => {
    const error = errorOf(() => checkHeader(cells));
    expect(error?.code).toBe('delimiter_unsupported');
    expect(error?.message).toMatch(/Remove it/);
  });

  it('refuses NUL in a name', () => {
    expect(errorOf(() => checkHeader(['a', 'b\0']))?.code).toBe('nul_character');
  });

  it('refuses a file whose lines end with CR alone, since all its rows would be header', async () => {
    const { records } = await parseText('identifier,name,x\rbhp.ax,BHP,1\rcba.ax,CBA,2\r', 'csv');
    const [header] = records;
    if (!header || !('cells' in header)) throw new Error('Cells were expected.');
    expect(errorOf(() => checkHeader(header.cells))?.code).toBe('line_end_unsupported');
    expect(errorOf(() => checkHeader(['name\r\n(long)', 'b']))).toBeNull();
  });
});

describe('readHeader', () => {
  const read = async (file: string) => {
    const { batches } = await splitText(file, 'csv');
    const [first] = batches;
    if (!first) throw new Error('A batch was expected.');
    return errorOf(() => readHeader(first, DEFAULT_LIMITS)) ?? readHeader(first, DEFAULT_LIMITS);
  };

  it('gives the names of the columns, exactly', async () => {
    expect(await read('\ufeff"a ""b""", c\n1,2\n')).toEqual(['a "b"', ' c']);
  });

  it('throws a file error with the line of a header that cannot be parsed', async () => {
    expect(await read('\n"a"x,b\n1,2\n')).toMatchObject({ code: 'quote_malformed', line: 2 });
    expect(await read('a\0,b\n1,2\n')).toMatchObject({ code: 'nul_character', line: 1 });
    expect(await read('\n\nsep=;\n1,2\n')).toMatchObject({ code: 'delimiter_unsupported', line: 3 });
  });
});
