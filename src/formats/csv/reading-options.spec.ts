import { parseText, splitText } from '../../../test/support/split-text';
import { DEFAULT_LIMITS } from '../format';
import { readHeader } from './csv-header';
import type { CsvOptions } from './csv-options';

interface Outcome {
  header: string[];
  rows: (readonly string[] | string | null)[];
  error: string | null;
}

/** Reads a file with options, in chunks of each size: the outcome must be the same. */
async function read(file: string, csv: CsvOptions): Promise<Outcome> {
  const layout = { csv, json: {} };
  const outcomes: Outcome[] = [];
  for (const chunk of [65_536, 1, 2, 7]) {
    const { batches, error } = await splitText(file, 'csv', {}, chunk, layout);
    const [first] = batches;
    const header = first ? readHeader(first, DEFAULT_LIMITS, layout) : [];
    const { records } = await parseText(file, 'csv', {}, layout);
    const rows = records
      .slice(1)
      .map((record) => ('cells' in record ? record.cells : 'issue' in record ? record.issue.code : null));
    outcomes.push({ header, rows, error: error?.code ?? null });
    expect(batches.reduce((count, { lines }) => count + lines.length, 0)).toBe(records.length);
    expect(outcomes.at(-1)).toEqual(outcomes[0]);
  }
  return outcomes[0] as Outcome;
}

const linesOf = async (file: string, csv: CsvOptions) =>
  (await parseText(file, 'csv', {}, { csv, json: {} })).records.map(({ row, line }) => [row, line]);

describe('csv_options', () => {
  it.each([';', '\t', '|', ' ', '^', '~', '§', '¦', '€'])('reads the delimiter %j', async (delimiter) => {
    const rows = [
      ['a', 'b', 'c'],
      ['"1,5"', `"y ""z"" ${delimiter}\n"`, 'x"y'],
      ['""', 'é', '"€"'],
    ];
    const {
      header,
      rows: found,
      error,
    } = await read(rows.map((cells) => `${cells.join(delimiter)}\n`).join(''), { delimiter });
    expect(error).toBeNull();
    expect(header).toEqual(['a', 'b', 'c']);
    expect(found).toEqual(['quote_malformed', ['', 'é', '€']]);
    const corrected = rows.map((cells) => `${cells.join(delimiter).replace('x"y', 'x')}\n`).join('');
    expect((await read(corrected, { delimiter })).rows).toEqual([
      ['1,5', `y "z" ${delimiter}\n`, 'x'],
      ['', 'é', '€'],
    ]);
  });

  it('reads single quotes, doubled ones inside', async () => {
    const { rows } = await read(`a,b\n'x,''y''\n',"1"\n`, { quote: "'" });
    expect(rows).toEqual([["x,'y'\n", '"1"']]);
  });

  it('takes quotes for characters when there is none', async () => {
    const { rows } = await read(`a,b\n"x,'y\n",""\n`, { quote: null });
    expect(rows).toEqual([
      ['"x', "'y"],
      ['"', '""'],
    ]);
  });

  it('reads quotes and backslashes after a backslash', async () => {
    const file = String.raw`a,b
"say \"hi, you\"","C:\\dir\n\x"
"ends with \\",\"
"a""b",1
`;
    const { rows } = await read(file, { escape: '\\' });
    expect(rows).toEqual([['say "hi, you"', String.raw`C:\dir\n\x`], 'quote_malformed', 'quote_malformed']);
    const long = `a\n"${String.raw`\"x\\`.repeat(2_000)}"\n`;
    expect((await read(long, { escape: '\\' })).rows).toEqual([['"x\\'.repeat(2_000)]]);
  });

  it('trims cells and names, quoted ones too, and takes a quote after blanks for an opening one', async () => {
    const { header, rows } = await read('a , "b"\t, c\n  1 ,\t"x, ""y"" " ,\u00a0z\n "p\nq", 2 ,\n', {
      trim: true,
    });
    expect(header).toEqual(['a', 'b', 'c']);
    expect(rows).toEqual([
      ['1', 'x, "y"', 'z'],
      ['p\nq', '2', ''],
    ]);
    expect((await read('a\tb\n 1\t"x"\n', { trim: true, delimiter: '\t' })).rows).toEqual([['1', 'x']]);
  });

  it('takes misplaced quotes for characters, each in its own line', async () => {
    const file =
      'a,b\n"The "Big" Co","x"\n5" disk,"y"\n"5"z,6\n"open,7\r\n"multi\nline",8\n"doubled ""q""",9\n';
    const { rows } = await read(file, { lenient_quotes: true });
    expect(rows).toEqual([
      ['The "Big" Co', 'x'],
      ['5" disk', 'y'],
      ['"5"z', '6'],
      'quote_malformed',
      ['line"', '8'],
      ['doubled "q"', '9'],
    ]);
    const { rows: better } = await read(file.replace('"open,7\r\n', ''), { lenient_quotes: true });
    expect(better.slice(3)).toEqual([
      ['multi\nline', '8'],
      ['doubled "q"', '9'],
    ]);
  });

  it('begins with the header row and counts physical lines', async () => {
    const file = 'Report "of, today\n\n"as of\na,b\n1,2\n';
    const { header, rows } = await read(file, { header_row: 4 });
    expect([header, rows]).toEqual([['a', 'b'], [['1', '2']]]);
    expect(await linesOf(file, { header_row: 4 })).toEqual([
      [0, 4],
      [1, 5],
    ]);
    expect((await read(file, { header_row: 2 })).error).toBe('header_not_found');
    expect((await read(file, { header_row: 9 })).error).toBe('header_not_found');
  });

  it('reads a file without a header by given names, and refuses one that has these names', async () => {
    const { header, rows } = await read('1,2\n3,4', { columns: ['a', 'b'] });
    expect([header, rows]).toEqual([
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ]);
    expect(await linesOf('\n1,2\n', { columns: ['a', 'b'] })).toEqual([
      [0, 1],
      [1, 2],
    ]);
    await expect(read('a, b\n1,2\n', { columns: ['a', 'b'] })).rejects.toMatchObject({
      code: 'unexpected_header',
      line: 1,
    });
    expect(await read('', { columns: ['a'] })).toEqual({ header: ['a'], rows: [], error: null });
  });

  it('leaves out the footer by its number of lines, in files of any size', async () => {
    for (const count of [0, 1, 5, 30_000]) {
      const data = Array.from({ length: count }, (_, index) => `${index},x`);
      const file = ['a,b', ...data, 'Total,5', 'End "of file', ''].join('\n');
      const { records, error } = await parseText(file, 'csv', {}, { csv: { skip_footer: 2 }, json: {} });
      expect(error).toBeNull();
      expect(records).toHaveLength(count + 1);
      expect(records.at(-1)).toMatchObject({ row: count, cells: count ? [`${count - 1}`, 'x'] : ['a', 'b'] });
    }
    expect((await read('a,b\n1,2\n3,4\n5,6\n', { skip_footer: 2 })).rows).toEqual([['1', '2']]);
    expect((await read('a,b\n1,2\n', { skip_footer: 5 })).rows).toEqual([]);
    expect((await read('a,b\n1,2\nTotal\n\x1a', { skip_footer: 1 })).rows).toEqual([['1', '2']]);
  });

  it('gives the same records whatever the size of a batch, with a footer', async () => {
    const file = `a,b\n${'1,2\n\n3,4\n'.repeat(40)}T,1\nU,2\n`;
    const layout = { csv: { skip_footer: 2 }, json: {} };
    const whole = await parseText(file, 'csv', {}, layout);
    for (const batchBytes of [1, 5, 33]) {
      const cut = await parseText(file, 'csv', { batchBytes, batchRows: 3 }, layout);
      expect(cut.records).toEqual(whole.records);
    }
    expect(whole.records).toHaveLength(81);
  });

  it('counts the rows of the limit without the footer', async () => {
    const layout = { csv: { skip_footer: 1 }, json: {} };
    expect((await parseText('a\n1\n2\nT\n', 'csv', { rows: 2 }, layout)).error).toBeNull();
    expect((await parseText('a\n1\n2\n3\nT\n', 'csv', { rows: 2 }, layout)).error?.code).toBe(
      'too_many_rows',
    );
  });

  it('refuses a footer that would need too much memory', async () => {
    const file = `a\n${`${'x'.repeat(100_000)}\n`.repeat(100)}`;
    const { error } = await parseText(file, 'csv', {}, { csv: { skip_footer: 90 }, json: {} });
    expect(error).toMatchObject({
      code: 'record_too_large',
      message: expect.stringMatching(/footer_prefix/),
    });
  });

  it('ends at the first line that begins with the text of the footer', async () => {
    const file = 'a|b\n1|2\nFile Creation Time: 01022024|\n"x\n3|4\n';
    const csv = { delimiter: '|', footer_prefix: 'File Creation Time:' };
    expect(await read(file, csv)).toEqual({ header: ['a', 'b'], rows: [['1', '2']], error: null });
    expect((await read(file.replace('File', '"File'), csv)).rows).toEqual([['1', '2']]);
    expect((await read('Fi,b\nFile,2\n', { footer_prefix: 'Fi' })).rows).toEqual([]);
    expect((await read('a,b\n1,2\nFi', { footer_prefix: 'File' })).rows).toEqual([['1', '2'], ['Fi']]);
  });

  it('reads no byte after the records, and keeps none of them', async () => {
    const rest = Buffer.alloc(3_000_000, 0xff);
    const file = Buffer.concat([Buffer.from('a,b\n1,2\nEND\n'), rest]);
    const { records, error } = await parseText(file, 'csv', {}, { csv: { end_marker: 'END' }, json: {} });
    expect([records.length, error]).toEqual([2, null]);
  });

  it('passes over lines of comments, before the header too', async () => {
    const file = '# "quoted, a\n#\na,b\n#c\n1,#2\n## x\n"#3",4\n#';
    const { header, rows } = await read(file, { comment: '#' });
    expect([header, rows]).toEqual([
      ['a', 'b'],
      [
        ['1', '#2'],
        ['#3', '4'],
      ],
    ]);
    expect(await linesOf(file, { comment: '#' })).toEqual([
      [0, 3],
      [1, 5],
      [2, 7],
    ]);
    expect((await read('//\na\n/\n//x\n1\n', { comment: '//' })).rows).toEqual([['/'], ['1']]);
  });

  it('reads the block between two markers', async () => {
    const file = 'x "y\nSTART-OF-DATA \r\na,b\r\nEND,1\r\n1,2\r\nEND-OF-DATA\r\nEND-OF-FILE\r\n';
    const csv = { start_marker: 'START-OF-DATA', end_marker: 'END-OF-DATA' };
    expect(await read(file, csv)).toEqual({
      header: ['a', 'b'],
      rows: [
        ['END', '1'],
        ['1', '2'],
      ],
      error: null,
    });
    expect((await read(file, { ...csv, start_marker: 'START' })).error).toBe('marker_not_found');
    expect(await read(file, { ...csv, end_marker: 'END-OF-DATA!' })).toMatchObject({
      error: 'marker_not_found',
    });
  });

  it('reads the vertical list of names of a Bloomberg file, and its rows with technical cells in front', async () => {
    const file = [
      'START-OF-FILE',
      'PROGRAMNAME=getdata',
      'START-OF-FIELDS',
      '# identification',
      'ID_ISIN',
      '',
      ' PX_LAST ',
      'END-OF-FIELDS',
      'TIMESTARTED=x',
      'START-OF-DATA',
      'BHP AU Equity|0|2|AU000000BHP4|42.10|',
      'CBA AU Equity|0|2|N.A.|N.S.|',
      'END-OF-DATA',
      'END-OF-FILE',
    ].join('\n');
    const { header, rows, error } = await read(file, {
      delimiter: '|',
      quote: null,
      columns: { start_marker: 'START-OF-FIELDS', end_marker: 'END-OF-FIELDS' },
      start_marker: 'START-OF-DATA',
      end_marker: 'END-OF-DATA',
      row_prefix_columns: ['security', 'return_code', 'field_count'],
      comment: '#',
    });
    expect(error).toBeNull();
    expect(header).toEqual(['security', 'return_code', 'field_count', 'ID_ISIN', 'PX_LAST']);
    expect(rows).toEqual([
      ['BHP AU Equity', '0', '2', 'AU000000BHP4', '42.10', ''],
      ['CBA AU Equity', '0', '2', 'N.A.', 'N.S.', ''],
    ]);
  });

  it('says which marker of a list of names is missing', async () => {
    const columns = { start_marker: 'FIELDS', end_marker: 'END-OF-FIELDS' };
    const csv = { columns, start_marker: 'DATA' };
    expect((await read('A\nB\n', csv)).error).toBe('marker_not_found');
    expect((await read('FIELDS\nB\n', csv)).error).toBe('marker_not_found');
    expect(await read('FIELDS\nB\nEND-OF-FIELDS\n1\n', csv)).toEqual({
      header: ['B'],
      rows: [],
      error: 'marker_not_found',
    });
  });

  it('refuses a list of names without an end after about a record', async () => {
    const file = `FIELDS\n${'name\n'.repeat(300_000)}`;
    const csv = { columns: { start_marker: 'FIELDS', end_marker: 'END' }, start_marker: 'DATA' };
    expect((await parseText(file, 'csv', {}, { csv, json: {} })).error?.code).toBe('record_too_large');
  });
});
