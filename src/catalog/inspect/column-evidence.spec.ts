import type { ColumnEvidence } from './column';
import { columnEvidence } from './column-evidence';
import { readerOf } from './reader-of';

/** The evidence of a column with this name and these values. */
function evidenceOf(name: string, values: readonly (string | null)[]): ColumnEvidence {
  const table = {
    header: [name],
    rows: values.map((value) => [value]),
    numbers: values.map((_, at) => at + 1),
    nested: new Set<string>(),
  };
  const [evidence] = columnEvidence(table, readerOf);
  if (!evidence) throw new Error('A column has evidence.');
  return evidence;
}

describe('the kind of a column', () => {
  it.each([
    ['decimal', ['1.5', '-2', '1e5']],
    ['date', ['2026-01-31', '2026-02-01']],
    ['timestamp', ['2026-01-31T10:00:00Z', '2026-02-01 00:00:00+00:00']],
    ['boolean', ['True', 'false']],
    ['text', ['AAPL', 'MSFT']],
    ['text', ['0123', '0456']],
    ['text', ['AAPL', 'NA']],
    ['empty', ['', null]],
    ['empty', ['N/A', 'N/A']],
  ] as const)('is %s for %j', (kind, values) => {
    expect(evidenceOf('x', values).kind).toBe(kind);
  });

  it('is that of the values beside the texts that mean null, which are named', () => {
    expect(evidenceOf('Price', ['1.5', 'N/A', '', '2'])).toMatchObject({
      kind: 'decimal',
      null_values: ['N/A'],
      value_count: 2,
      empty_share: 0.5,
    });
  });

  it('says whether values repeat, and which one is in all rows', () => {
    expect(evidenceOf('x', ['a', 'b'])).toMatchObject({ unique: true, constant: null });
    expect(evidenceOf('x', ['a', 'a'])).toMatchObject({ unique: false, constant: 'a' });
    expect(evidenceOf('x', ['a', ''])).toMatchObject({ constant: null });
  });

  it('is a boolean of letters only when both occur', () => {
    expect(evidenceOf('ETF', ['Y', 'N', 'N'])).toMatchObject({
      kind: 'boolean',
      true_values: ['Y'],
      false_values: ['N'],
    });
    expect(evidenceOf('ETF', ['N', 'N'])).toMatchObject({ kind: 'text', true_values: [] });
  });
});

describe('the pattern of dates', () => {
  it('is proven by the first value that fits one order only', () => {
    expect(evidenceOf('Date', ['1/2/1990', '1/3/1990', '1/13/1990', '12/31/1990'])).toMatchObject({
      kind: 'date',
      format: 'M/d/yyyy',
      order_proof: { row: 3, value: '1/13/1990' },
      undecided: [],
    });
    expect(evidenceOf('Date', ['02.01.1990', '13.01.1990'])).toMatchObject({
      format: 'dd.MM.yyyy',
      order_proof: { row: 2, value: '13.01.1990' },
    });
  });

  it('is left open when every value fits both orders', () => {
    expect(evidenceOf('Date', ['01/02/1990', '03/04/1991'])).toMatchObject({
      kind: 'date',
      format: null,
      ambiguous_formats: ['dd/MM/yyyy', 'MM/dd/yyyy'],
      undecided: ['format'],
    });
  });

  it.each([
    ['Date', ['20240131', '20240229'], 'date', 'yyyyMMdd', []],
    ['Trading', ['16-Jun-20', '01-May-19'], 'date', 'dd-MMM-yy', ['pivot_year']],
    ['Founded on', ['May 1, 1990', 'June 12, 1991'], 'date', 'MMMM d, yyyy', []],
    ['Month', ['2024-01', '2024-12'], 'date', 'yyyy-MM', ['day']],
    ['time', ['20070101 21:00', '20070102 22:30'], 'timestamp', 'yyyyMMdd HH:mm', ['time_zone']],
    ['date', ['2019-10-17 09-AM', '2019-10-17 12-PM'], 'timestamp', 'yyyy-MM-dd hh-a', ['time_zone']],
    [
      'ts',
      ['2024-01-31T10:00:00.123456789Z'],
      'timestamp',
      "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX",
      ['fraction'],
    ],
    ['window_start', ['1704067200000000000', '1704153600000000000'], 'timestamp', 'epoch_ns', []],
    ['Time', ['09:30:00', '16:00:00'], 'time', 'HH:mm:ss', ['date']],
  ] as const)('of %s %j is detected', (name, values, kind, format, undecided) => {
    expect(evidenceOf(name, values)).toMatchObject({ kind, format, undecided });
  });

  it('is never made of digits that need not be dates', () => {
    expect(evidenceOf('Volume', ['20240131']).kind).toBe('decimal');
    expect(evidenceOf('Volume', ['1704067200', '1704153600']).kind).toBe('decimal');
    expect(evidenceOf('Date', ['20241331', '20240101']).kind).toBe('decimal');
  });
});

describe('the marks of numbers', () => {
  it.each([
    [['1,234.5', '2'], null, ',', []],
    [['1.234,5', '2'], ',', '.', []],
    [['1,5', '22,75'], ',', null, []],
    [['$1,234.50', '($2.00)'], null, ',', ['parentheses', '$']],
    [['1.5%', '2%'], null, null, ['%']],
    [["1'234.5", '2'], null, "'", []],
  ] as const)('of %j are detected', (values, decimal, thousands, strip) => {
    const numbers = evidenceOf('Price', values);
    expect(numbers).toMatchObject({
      kind: 'decimal',
      decimal_separator: decimal,
      thousands_separator: thousands,
    });
    expect([...numbers.strip].sort()).toEqual([...strip].sort());
  });

  it('are left open when a comma may be either', () => {
    expect(evidenceOf('Price', ['1,234', '5,678'])).toMatchObject({
      kind: 'decimal',
      undecided: ['decimal_separator'],
    });
  });
});
