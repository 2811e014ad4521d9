import type { CsvOptions } from '../csv/csv-options';
import type { CsvFound } from './csv-found';
import { detectCsv } from './detect-csv';

const KNOWN = ['Symbol', 'Name', 'Date', 'Close', '#RIC'];
const detect = (lines: readonly string[], given: CsvOptions = {}, isWhole = true): CsvFound =>
  detectCsv(lines.map((line) => `${line}\n`).join(''), isWhole, given, (name) => KNOWN.includes(name.trim()));

const ROWS = ['2026-01-01,1.5,A', '2026-01-02,2.5,B', '2026-01-03,3.5,C'];

describe('how a CSV file is written', () => {
  it('is nothing to say when it is written as by default', () => {
    expect(detect(['Date,Close,Symbol', ...ROWS])).toMatchObject({
      options: {},
      delimiters: [],
      madeNames: false,
    });
  });

  it.each([
    [';', ['Date;Close', '2026-01-01;1,5', '2026-01-02;2,5']],
    ['\t', ['Date\tClose', '2026-01-01\t1,5', '2026-01-02\t2,5']],
    ['|', ['Symbol|Name', 'A|"x, y"', 'B|z, u']],
  ])('detects the delimiter %j', (delimiter, lines) => {
    expect(detect(lines).options).toEqual({ delimiter });
  });

  it('asks for the delimiter when two fit alike', () => {
    expect(detect(['1;1,5', '2;2,5', '3;3,5']).delimiters).toEqual([',', ';']);
  });

  it.each([
    ['lines before the header', ['Prices of May, 2026', '', 'Date,Close,Symbol', ...ROWS], { header_row: 3 }],
    ['no header', ROWS, { columns: ['column_1', 'column_2', 'column_3'] }],
    ['comments', ['# Prices', '# of May', 'Date,Close,Symbol', ...ROWS], { comment: '#' }],
    ['a header that begins like a comment', ['#RIC,Close,Symbol', ...ROWS], {}],
    [
      'a footer',
      ['Date,Close,Symbol', ...ROWS, 'File Creation Time: 0101202621:31,,'],
      { footer_prefix: 'File Creation Time:' },
    ],
    ['a footer without a mark', ['Date,Close,Symbol', ...ROWS, 'Total of all'], { skip_footer: 1 }],
    ['records that are too short', ['Date,Close,Symbol', ...ROWS, '2026-01-04,4.5'], { ragged: 'pad' }],
    [
      'rows that end with a delimiter',
      ['Date,Close,Symbol', ...ROWS.map((row) => `${row},`)],
      { ragged: 'pad' },
    ],
    [
      'single quotes',
      ["Date,'Close'", "'2026-01-01','1,5'", "'2026-01-02','2,5'", "'2026-01-03','3,5'"],
      { quote: "'" },
    ],
    ['escaped quotes', ['Symbol,Name', 'A,"a \\"b\\" c, d"', 'B,"x"'], { escape: '\\' }],
    ['stray quotes', ['Symbol,Name', 'A,3.5" disk', 'B,x'], { lenient_quotes: true }],
    [
      'a footer with rows of nothing behind it',
      ['Date,Close,Symbol', ...ROWS, 'Total of all', ',,', '  '],
      { skip_footer: 3 },
    ],
    [
      'a footer with a mark, and rows of nothing behind it',
      ['Date,Close,Symbol', ...ROWS, 'File Creation Time: 0101202621:31,,', ',,'],
      { footer_prefix: 'File Creation Time:' },
    ],
    ['no footer in a line of Ctrl-Z', ['Date,Close,Symbol', ...ROWS, '\x1a'], {}],
    ['single quotes by one cell with a delimiter', ['Symbol,Name,Close', "A,'a, b',1.5"], { quote: "'" }],
    ['no single quotes in a name', ['Symbol,Name,Close', "A,'a' b,1.5"], {}],
    [
      'a header with fewer cells than most records',
      ['Symbol,Name,Close', 'A,a', 'B,b,2.5,,', 'C,c,3.5,,'],
      { ragged: 'pad' },
    ],
    [
      'numbers of records, for which the header has no name',
      ['Symbol,Name', '1,A,a', '2,B,b', '3,C,c'],
      { row_prefix_columns: ['row_number'] },
    ],
    ['no names for cells too many', ['Symbol,Name', 'A,a, Inc.', 'B,b, Inc.'], {}],
    ['line ends that were converted twice', ['Symbol,Name\r\r', 'A,a\r\r', 'B,b\r\r'], { trim: true }],
    ['blanks around cells', ['Date, Close, Symbol', '2026-01-01, 1.5, A'], { trim: true }],
  ] as const)('detects %s', (_, lines, options) => {
    expect(detect(lines).options).toEqual(options);
  });

  it('says nothing of a footer when the end of the file is missing', () => {
    expect(detect(['Date,Close,Symbol', ...ROWS, 'Total of all'], {}, false).options).not.toHaveProperty(
      'skip_footer',
    );
  });

  it('keeps what the sender fixes', () => {
    expect(detect(ROWS, { columns: ['a', 'b', 'c'] })).toMatchObject({
      options: { columns: ['a', 'b', 'c'] },
      madeNames: false,
    });
    expect(detect(['1;1,5', '2;2,5', '3;3,5'], { delimiter: ';' }).delimiters).toEqual([]);
  });

  it.each(['', '\x1a', '\0\0', '\x1a\r'])('does not take %j at the end for a footer', (end) => {
    const text = `Date,Close,Symbol\n${ROWS[0]}\n${end}`;
    expect(detectCsv(text, true, {}, (name) => KNOWN.includes(name)).options).toEqual({});
  });

  it('detects a block between markers that has a header', () => {
    const lines = ['DATE=20260131', 'START-OF-DATA', 'Symbol|Name', 'A|a', 'END-OF-DATA'];
    expect(detect(lines).options).toEqual({
      delimiter: '|',
      start_marker: 'START-OF-DATA',
      end_marker: 'END-OF-DATA',
    });
  });

  it('detects a block between markers, and the cells in front of its records', () => {
    const lines = [
      'START-OF-FILE',
      'START-OF-FIELDS',
      'NAME',
      'PX_LAST',
      'END-OF-FIELDS',
      'START-OF-DATA',
      'AAPL US|0|2|Apple|1.5|',
      'END-OF-DATA',
      'END-OF-FILE',
    ];
    expect(detect(lines).options).toEqual({
      delimiter: '|',
      start_marker: 'START-OF-DATA',
      end_marker: 'END-OF-DATA',
      columns: { start_marker: 'START-OF-FIELDS', end_marker: 'END-OF-FIELDS' },
      row_prefix_columns: ['security', 'return_code', 'field_count'],
      ragged: 'pad',
    });
  });
});
