import * as fc from 'fast-check';
import { boolean, date, decimal, identifier, text, timestamp } from '../../field';
import type { FieldOptions } from '../../binding/field-options';
import { compileFieldRules } from './compile-field-rules';

const definition = { describe: 'A field.', example: 'x' };
const FIELDS = {
  text: text({ ...definition, max: 20 }),
  identifier: identifier(definition),
  decimal: decimal(definition),
  date: date(definition),
  timestamp: timestamp(definition),
  boolean: boolean(definition),
};
type KindName = keyof typeof FIELDS;

/** What the options make of a cell; the code of the issue in brackets. */
function read(kind: KindName, options: FieldOptions, cell: string): string | null {
  const value = compileFieldRules(FIELDS[kind], options)(cell);
  return typeof value === 'object' && value !== null ? `[${value.code}]` : value;
}

const NEW_YORK = { time_zone: 'America/New_York' };

describe('The options of a field', () => {
  it.each<[KindName, FieldOptions, string, string | null]>([
    // dates
    ['date', { format: 'dd/MM/yyyy' }, '31/01/2026', '2026-01-31'],
    ['date', { format: 'dd/MM/yyyy' }, '1/2/2026', '[invalid_date]'],
    ['date', { format: 'd/M/yyyy' }, '1/12/2026', '2026-12-01'],
    ['date', { format: 'd/M/yyyy' }, '01/02/2026', '2026-02-01'],
    ['date', { format: 'dd/MM/yyyy' }, '01/31/2026', '[invalid_date]'],
    ['date', { format: 'yyyyMMdd' }, '20240229', '2024-02-29'],
    ['date', { format: 'yyyyMMdd' }, '20230229', '[invalid_date]'],
    ['date', { format: 'yyyyMMdd' }, '202402290', '[invalid_date]'],
    ['date', { format: 'MMM d, yyyy' }, 'Sep 5, 2019', '2019-09-05'],
    ['date', { format: 'MMM d, yyyy' }, 'SEPT 15, 2019', '2019-09-15'],
    ['date', { format: 'MMM d, yyyy' }, 'Foo 15, 2019', '[invalid_date]'],
    ['date', { format: 'd MMMM yyyy' }, '5 march 2019', '2019-03-05'],
    ['date', { format: 'EEE, dd MMM yyyy' }, 'Mon, 05 Mar 2019', '2019-03-05'],
    ['date', { format: 'dd-MMM-yy', pivot_year: 1970 }, '05-Mar-69', '2069-03-05'],
    ['date', { format: 'dd-MMM-yy', pivot_year: 1970 }, '05-Mar-70', '1970-03-05'],
    ['date', { format: 'dd-MMM-yy', pivot_year: 1950 }, '05-Mar-49', '2049-03-05'],
    ['date', { format: 'yyyy-MM', day: 'first' }, '2024-02', '2024-02-01'],
    ['date', { format: 'yyyy-MM', day: 'last' }, '2024-02', '2024-02-29'],
    ['date', { format: 'yyyy-MM', day: 15 }, '2024-02', '2024-02-15'],
    ['date', { format: 'yyyy-MM', day: 31 }, '2024-02', '[invalid_date]'],
    ['date', { format: "yyyy-'Q'Q", day: 'last' }, '2024-Q2', '2024-06-30'],
    ['date', { format: "yyyy-'Q'Q", day: 'first' }, '2024-Q2', '2024-04-01'],
    ['date', { format: "yyyy-'Q'Q", day: 'first' }, '2024-Q5', '[invalid_date]'],
    ['date', { format: "yyyy-'Q'Q", day: 'first' }, '2024-Q0', '[invalid_date]'],
    ['date', { format: 'yyyy', day: 'last' }, '2024', '2024-12-31'],
    ['date', { format: 'yyyy-MM-dd HH:mm:ss' }, '2024-02-01 00:00:00', '2024-02-01'],
    ['date', { format: 'yyyy-MM-dd HH:mm:ss' }, '2024-02-01 00:00:01', '[invalid_date]'],
    ['date', { format: 'epoch_s' }, '1704067200', '2024-01-01'],
    ['date', { format: 'epoch_s', ...NEW_YORK }, '1704085200', '2024-01-01'],
    ['date', { format: 'epoch_ms' }, '1704067200001', '[invalid_date]'],
    // timestamps
    [
      'timestamp',
      { format: 'yyyyMMdd HH:mm:ss', time_zone: 'UTC' },
      '20240131 16:05:09',
      '2024-01-31T16:05:09Z',
    ],
    ['timestamp', { format: 'yyyyMMdd HH:mm:ss', ...NEW_YORK }, '20240131 16:05:09', '2024-01-31T21:05:09Z'],
    ['timestamp', { format: 'yyyyMMdd HH:mm:ss', ...NEW_YORK }, '20240731 16:05:09', '2024-07-31T20:05:09Z'],
    ['timestamp', { format: 'yyyyMMdd HH:mm:ss', ...NEW_YORK }, '20240310 02:30:00', '[invalid_timestamp]'],
    ['timestamp', { format: 'yyyyMMdd HH:mm:ss', ...NEW_YORK }, '20241103 01:30:00', '[invalid_timestamp]'],
    [
      'timestamp',
      { format: 'yyyyMMdd HH:mm:ss', ...NEW_YORK, ambiguous: 'earlier' },
      '20241103 01:30:00',
      '2024-11-03T05:30:00Z',
    ],
    [
      'timestamp',
      { format: 'yyyyMMdd HH:mm:ss', ...NEW_YORK, ambiguous: 'later' },
      '20241103 01:30:00',
      '2024-11-03T06:30:00Z',
    ],
    ['timestamp', { format: 'dd/MM/yyyy' }, '31/01/2026', '2026-01-31T00:00:00Z'],
    ['timestamp', { format: 'dd/MM/yyyy', ...NEW_YORK }, '31/01/2026', '2026-01-31T05:00:00Z'],
    [
      'timestamp',
      { format: 'yyyy-MM-dd hh-a', time_zone: 'UTC' },
      '2026-01-31 12-AM',
      '2026-01-31T00:00:00Z',
    ],
    [
      'timestamp',
      { format: 'yyyy-MM-dd hh-a', time_zone: 'UTC' },
      '2026-01-31 12-PM',
      '2026-01-31T12:00:00Z',
    ],
    [
      'timestamp',
      { format: 'yyyy-MM-dd hh-a', time_zone: 'UTC' },
      '2026-01-31 01-PM',
      '2026-01-31T13:00:00Z',
    ],
    ['timestamp', { format: 'yyyy-MM-dd hh-a', time_zone: 'UTC' }, '2026-01-31 13-PM', '[invalid_timestamp]'],
    ['timestamp', { format: 'yyyy-MM-dd hh-a', time_zone: 'UTC' }, '2026-01-31 00-PM', '[invalid_timestamp]'],
    ['timestamp', { format: "yyyy-MM-dd'T'HH:mmXXX" }, '2026-01-31T16:05+01:00', '2026-01-31T15:05:00Z'],
    ['timestamp', { format: "yyyy-MM-dd'T'HH:mmXXX" }, '2026-01-31T16:05Z', '2026-01-31T16:05:00Z'],
    ['timestamp', { format: "yyyy-MM-dd'T'HH:mmXX" }, '2026-01-31T16:05-0130', '2026-01-31T17:35:00Z'],
    ['timestamp', { format: "yyyy-MM-dd'T'HH:mmX" }, '2026-01-31T16:05-05', '2026-01-31T21:05:00Z'],
    ['timestamp', { format: "yyyy-MM-dd'T'HH:mmX" }, '2026-01-31T16:05-0530', '2026-01-31T21:35:00Z'],
    ['timestamp', { format: "yyyy-MM-dd'T'HH:mmXXX" }, '2026-01-31T16:05+15:00', '[invalid_timestamp]'],
    ['timestamp', { format: "yyyy-MM-dd'T'HH:mmXXX" }, '2026-01-31T16:05+01:60', '[invalid_timestamp]'],
    [
      'timestamp',
      { format: 'yyyyMMddHHmmssSSS', time_zone: 'UTC' },
      '20260131160509120',
      '2026-01-31T16:05:09.12Z',
    ],
    [
      'timestamp',
      { format: 'yyyy-MM-dd HH:mm:ss.S', time_zone: 'UTC' },
      '2026-01-31 16:05:09.123456000',
      '2026-01-31T16:05:09.123456Z',
    ],
    [
      'timestamp',
      { format: 'yyyy-MM-dd HH:mm:ss.S', time_zone: 'UTC' },
      '2026-01-31 16:05:09.1234567',
      '[invalid_timestamp]',
    ],
    [
      'timestamp',
      { format: 'yyyy-MM-dd HH:mm:ss.S', time_zone: 'UTC', fraction: 'truncate' },
      '2026-01-31 16:05:09.1234509',
      '2026-01-31T16:05:09.12345Z',
    ],
    ['timestamp', NEW_YORK, '2026-01-31 16:00:00', '2026-01-31T21:00:00Z'],
    ['timestamp', NEW_YORK, '2026-01-31T16:00:00.5', '2026-01-31T21:00:00.5Z'],
    ['timestamp', NEW_YORK, '2026-01-31T16:00:00Z', '2026-01-31T16:00:00Z'],
    ['timestamp', NEW_YORK, '2026-01-31', '2026-01-31T05:00:00Z'],
    ['timestamp', NEW_YORK, '2026-02-30', '[invalid_timestamp]'],
    ['timestamp', NEW_YORK, '2026-02-28T24:00:00', '[invalid_timestamp]'],
    ['timestamp', { fraction: 'truncate' }, '2026-01-31T16:00:00.123456789Z', '2026-01-31T16:00:00.123456Z'],
    [
      'timestamp',
      { fraction: 'truncate' },
      '2026-01-31T16:00:00.1234567+01:00',
      '2026-01-31T15:00:00.123456Z',
    ],
    ['timestamp', {}, '2026-01-31T16:00:00.123456000Z', '2026-01-31T16:00:00.123456Z'],
    ['timestamp', { format: 'epoch_ns' }, '1704067200123456000', '2024-01-01T00:00:00.123456Z'],
    ['timestamp', { format: 'epoch_ns' }, '1704067200123456001', '[invalid_timestamp]'],
    [
      'timestamp',
      { format: 'epoch_ns', fraction: 'truncate' },
      '1704067200123456999',
      '2024-01-01T00:00:00.123456Z',
    ],
    ['timestamp', { format: 'epoch_ns', fraction: 'truncate' }, '-1', '1969-12-31T23:59:59.999999Z'],
    ['timestamp', { format: 'epoch_us' }, '-1', '1969-12-31T23:59:59.999999Z'],
    ['timestamp', { format: 'epoch_s' }, '-0.5', '1969-12-31T23:59:59.5Z'],
    ['timestamp', { format: 'epoch_s' }, '1.7040672E9', '2024-01-01T00:00:00Z'],
    ['timestamp', { format: 'epoch_s' }, '0', '1970-01-01T00:00:00Z'],
    ['timestamp', { format: 'epoch_s' }, '253402300800', '[invalid_timestamp]'],
    ['timestamp', { format: 'epoch_s' }, '-62135596801', '[invalid_timestamp]'],
    ['timestamp', { format: 'epoch_s' }, '-62135596800', '0001-01-01T00:00:00Z'],
    ['timestamp', { format: 'epoch_s' }, '99999999999999999999', '[invalid_timestamp]'],
    ['timestamp', { format: 'epoch_s' }, '12:00', '[invalid_timestamp]'],
    ['timestamp', { format: 'HH:mm', date: '2013-10-07', ...NEW_YORK }, '09:30', '2013-10-07T13:30:00Z'],
    [
      'timestamp',
      { format: 'epoch_ms', date: '2013-10-07', ...NEW_YORK },
      '34200000',
      '2013-10-07T13:30:00Z',
    ],
    ['timestamp', { format: 'epoch_ms', date: '2013-10-07', ...NEW_YORK }, '86400000', '[invalid_timestamp]'],
    ['timestamp', { format: 'epoch_ms', date: '2013-10-07', ...NEW_YORK }, '-1', '[invalid_timestamp]'],
    // numbers
    ['decimal', { decimal_separator: ',' }, '12,50', '12.50'],
    ['decimal', { decimal_separator: ',' }, '-12,50', '-12.50'],
    ['decimal', { decimal_separator: ',' }, '12', '12'],
    ['decimal', { decimal_separator: ',' }, '12.5', '[invalid_number]'],
    ['decimal', { decimal_separator: ',' }, '1,5e3', '1500'],
    ['decimal', { decimal_separator: ',', thousands_separator: '.' }, '1.234.567,8', '1234567.8'],
    ['decimal', { decimal_separator: ',', thousands_separator: '.' }, '1.234', '1234'],
    ['decimal', { decimal_separator: ',', thousands_separator: '.' }, '1.23', '[invalid_number]'],
    ['decimal', { thousands_separator: ',' }, '1,234,567.80', '1234567.80'],
    ['decimal', { thousands_separator: ',' }, '1,23', '[invalid_number]'],
    ['decimal', { thousands_separator: ',' }, '1234,567', '[invalid_number]'],
    ['decimal', { thousands_separator: ',' }, '1,234.5,6', '[invalid_number]'],
    ['decimal', { thousands_separator: ',' }, '1234567', '1234567'],
    ['decimal', { thousands_separator: '\u00a0' }, '1\u00a0234', '1234'],
    ['decimal', { decimal_separator: '.' }, '.5', '0.5'],
    ['decimal', { decimal_separator: '.' }, '5.', '5'],
    ['decimal', { decimal_separator: '.' }, '.', '[invalid_number]'],
    ['decimal', {}, '.5', '[invalid_number]'],
    ['decimal', {}, '5.', '[invalid_number]'],
    ['decimal', { strip: ['$'] }, '$12.50', '12.50'],
    ['decimal', { strip: ['$'] }, '-$12.50', '-12.50'],
    ['decimal', { strip: ['$'] }, '$-12.50', '-12.50'],
    ['decimal', { strip: ['$'] }, '12.50 €', '12.50'],
    ['decimal', { strip: ['$'] }, '$$12.50', '[invalid_number]'],
    ['decimal', { strip: ['%'] }, '12.50%', '12.50'],
    ['decimal', { strip: ['%'] }, '12.50 %', '12.50'],
    ['decimal', { strip: ['+'] }, '+12.50', '12.50'],
    ['decimal', { strip: ['+'] }, '+-12.50', '[invalid_number]'],
    ['decimal', { strip: ['%'] }, '$12.50', '[invalid_number]'],
    ['decimal', { strip: ['parentheses'] }, '(12.50)', '-12.50'],
    ['decimal', { strip: ['parentheses'] }, '(-12.50)', '[invalid_number]'],
    ['decimal', { strip: ['parentheses'] }, '(0.00)', '0.00'],
    ['decimal', { strip: ['parentheses', '$'] }, '($12.50)', '-12.50'],
    ['decimal', { strip: ['parentheses', '$'] }, '$(12.50)', '-12.50'],
    ['decimal', { strip: ['parentheses', '$'], thousands_separator: ',' }, '($1,234.50)', '-1234.50'],
    ['decimal', { strip: ['leading_zeros'] }, '00012.50', '12.50'],
    ['decimal', { strip: ['leading_zeros'] }, '-000', '0'],
    ['decimal', { strip: ['leading_zeros'] }, '00.50', '0.50'],
    ['decimal', { scale: -4 }, '5123400', '512.3400'],
    ['decimal', { scale: -4 }, '-34', '-0.0034'],
    ['decimal', { scale: -4 }, '0', '0.0000'],
    ['decimal', { scale: 3 }, '1.5', '1500'],
    ['decimal', { scale: 1 }, '1.2345', '12.345'],
    ['decimal', { scale: 2 }, '0', '0'],
    ['decimal', { scale: 6 }, '1e-5', '10'],
    // booleans
    ['boolean', { true_values: ['Y'], false_values: ['N'] }, 'y', 'true'],
    ['boolean', { true_values: ['Y'], false_values: ['N'] }, 'N', 'false'],
    ['boolean', { true_values: ['Y'], false_values: ['N'] }, 'TRUE', 'true'],
    ['boolean', { true_values: ['Y'], false_values: ['N'] }, '1', '[invalid_boolean]'],
    ['boolean', { true_values: ['0'], false_values: ['1'] }, '0', 'true'],
    // texts and what applies to all
    ['text', {}, ' a ', ' a '],
    ['text', { trim: true }, ' a\t', 'a'],
    ['text', { trim: true }, '   ', null],
    ['text', { trim: true, null_values: ['NA'] }, ' NA ', null],
    ['text', { null_values: ['NA'] }, 'na', 'na'],
    ['text', { null_values: ['NA'], default: 'none' }, 'NA', 'none'],
    ['text', { default: 'none' }, '', 'none'],
    ['text', { default: { from: 'identifier' } }, '', null],
    ['text', { map: { N: 'XNYS', Q: 'XNAS', '-': '' } }, 'N', 'XNYS'],
    ['text', { map: { N: 'XNYS', '-': '' } }, '-', null],
    ['text', { map: { N: 'xnys' }, null_values: ['N', 'x'] }, 'N', 'xnys'],
    ['text', { map: { N: 'xnys' }, case: 'upper' }, 'N', 'xnys'],
    ['text', { map: { N: 'xnys' }, case: 'upper' }, 'n', 'N'],
    ['text', { map: { constructor: 'x' } }, '__proto__', '__proto__'],
    ['identifier', { case: 'lower', trim: true }, ' AAPL ', 'aapl'],
    ['decimal', { null_values: ['N/A'], map: { flat: '0' }, scale: -2 }, 'flat', '0'],
    ['timestamp', { null_values: ['0'], format: 'epoch_s' }, '0', null],
  ])('%s with %j reads %j as %j', (kind, options, cell, expected) => {
    expect(read(kind, options, cell)).toBe(expected);
  });

  it.each<[KindName, FieldOptions, keyof FieldOptions, RegExp]>([
    ['timestamp', { format: 'yyyy-MM-dd HH:mm' }, 'time_zone', /UTC/],
    ['timestamp', { format: 'HH:mm', ...NEW_YORK }, 'date', /only a time of day/],
    ['timestamp', { format: 'epoch_ms', date: '2013-10-07' }, 'time_zone', /since midnight/],
    ['timestamp', { format: 'yyyy-MM-dd', date: '2013-10-07' }, 'date', /remove date/],
    ['timestamp', { date: '2013-10-07' }, 'date', /goes with a format/],
    ['timestamp', { format: 'HH:mm', ...NEW_YORK, date: '2013-02-30' }, 'date', /no date/],
    ['timestamp', { format: 'yyyy-MM-dd', time_zone: 'Mars/Olympus' }, 'time_zone', /IANA/],
    ['timestamp', { format: 'yyyy-MM-ddXXX' }, 'format', /offset, but no time/],
    ['timestamp', { format: "'x'" }, 'format', /neither/],
    ['date', { format: 'dd/mm/yyyy' }, 'format', /month/],
    ['date', { format: 'yyyy/mm/dd/mm' }, 'format', /minutes are mm/],
    ['date', { format: 'DD/MM/YYYY' }, 'format', /D is the day of the year/],
    ['date', { format: 'dd/MM/YYYY' }, 'format', /year is yyyy/],
    ['date', { format: 'dd/MM/yy' }, 'pivot_year', /pivot_year/],
    ['date', { format: 'yyyy-MM' }, 'day', /first or last/],
    ['date', { format: 'yyyy-MM', day: 32 }, 'day', /1 to 31/],
    ['date', { format: 'yyyyMd' }, 'format', /a mark is needed.*MM/],
    ['date', { format: "yyyy-MM-dd'T" }, 'format', /not closed/],
    ['date', { format: 'yyyy-MM-ddTHH:mm:ss' }, 'format', /quoted: 'T'/],
    ['date', { format: 'yyyy-MM-dd hh:mm' }, 'format', /letter a/],
    ['date', { format: 'yyyy-MM-dd HH:mm a' }, 'format', /no halves/],
    ['date', { format: 'yyyy-MM-dd ss' }, 'format', /no hour/],
    ['date', { format: 'yyyy-MM-dd HH:mm XXX' }, 'format', /no offset/],
    ['date', { format: '' }, 'format', /1 to 100/],
    ['date', { format: 'y'.repeat(200) }, 'format', /1 to 100/],
    ['date', { format: 'constructor' }, 'format', /not read/],
    ['decimal', { thousands_separator: '.' }, 'thousands_separator', /decimal_separator too/],
    ['decimal', { thousands_separator: ',', decimal_separator: ',' }, 'thousands_separator', /same/],
    ['decimal', { decimal_separator: '5' }, 'decimal_separator', /one character/],
    ['decimal', { decimal_separator: '' }, 'decimal_separator', /one character/],
    ['decimal', { scale: 0.5 }, 'scale', /whole number/],
    ['decimal', { scale: 101 }, 'scale', /whole number/],
    ['decimal', { default: 'abc' }, 'default', /form of the field/],
    ['decimal', { map: { x: 'abc' } }, 'map', /form of the field/],
    ['text', { scale: -4 }, 'scale', /does not apply to a field of kind text/],
    ['boolean', { format: 'epoch_s' }, 'format', /does not apply/],
    ['boolean', { true_values: ['Y'], false_values: ['y'] }, 'false_values', /too/],
    ['boolean', { true_values: ['false'] }, 'true_values', /both/],
    ['boolean', { false_values: ['true'] }, 'false_values', /both/],
  ])('%s with %j is refused because of %s', (kind, options, option, message) => {
    expect(() => compileFieldRules(FIELDS[kind], options)).toThrow(
      expect.objectContaining({ option, message: expect.stringMatching(message) as string }) as Error,
    );
  });

  it('scale moves the point and keeps every digit', () => {
    const digits = fc.stringMatching(/^(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?$/);
    fc.assert(
      fc.property(digits, fc.integer({ min: -30, max: 30 }), (number, power) => {
        const scaled = read('decimal', { scale: power }, number) ?? '';
        const [whole = '', fraction = ''] = number.split('.');
        const [scaledWhole = '', scaledFraction = ''] = scaled.split('.');
        const places = Math.max(fraction.length - power, 0);
        expect(scaledFraction).toHaveLength(places);
        const unscaled = BigInt(whole + fraction) * 10n ** BigInt(Math.max(power - fraction.length, 0));
        expect(BigInt(scaledWhole + scaledFraction)).toBe(unscaled);
      }),
    );
  });

  it('reads epochs as BigInt divides them', () => {
    const powers = { epoch_s: 0n, epoch_ms: 3n, epoch_us: 6n, epoch_ns: 9n } as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(powers) as (keyof typeof powers)[])),
        fc.bigInt(-62_135_596_800_000_000n, 253_402_300_799_999_999n),
        (format, micros) => {
          const power = powers[format];
          const units = power >= 6n ? micros * 10n ** (power - 6n) : micros / 10n ** (6n - power);
          const exact = power >= 6n ? micros : units * 10n ** (6n - power);
          const second =
            exact >= 0n || exact % 1_000_000n === 0n ? exact / 1_000_000n : exact / 1_000_000n - 1n;
          const iso = new Date(Number(second) * 1_000).toISOString().slice(0, 19);
          const rest = String(exact - second * 1_000_000n).padStart(6, '0');
          let tail = `.${rest}`;
          while (tail.endsWith('0') || tail === '.') tail = tail.slice(0, -1);
          expect(read('timestamp', { format }, String(units))).toBe(`${iso}${tail}Z`);
        },
      ),
    );
  });

  it('reads a number with its marks as the number without them', () => {
    const plain = fc.tuple(fc.boolean(), fc.nat(9_999_999), fc.stringMatching(/^[0-9]{0,4}$/));
    const style = fc.record({
      group: fc.constantFrom('.', ' ', "'", '\u00a0', null),
      currency: fc.constantFrom('$', '€', ''),
      percent: fc.constantFrom('%', ' %', ''),
      parentheses: fc.boolean(),
      zeros: fc.constantFrom('', '0', '000'),
    });
    const options = (group: string | null): FieldOptions => ({
      decimal_separator: ',',
      ...(group !== null && { thousands_separator: group }),
      strip: ['$', '%', '+', 'parentheses', 'leading_zeros'],
    });
    fc.assert(
      fc.property(
        plain,
        style,
        ([negative, whole, fraction], { group, currency, percent, parentheses, zeros }) => {
          const grouped = group === null ? String(whole) : String(whole).replace(/\B(?=(\d{3})+$)/g, group);
          const padded = group === null ? zeros + grouped : grouped;
          const digits = `${currency}${padded}${fraction === '' ? '' : `,${fraction}`}${percent}`;
          const text = !negative ? digits : parentheses ? `(${digits})` : `-${digits}`;
          const value = `${whole}${fraction === '' ? '' : `.${fraction}`}`;
          const sign = negative && /[1-9]/.test(value) ? '-' : '';
          expect([text, read('decimal', options(group), text)]).toEqual([text, sign + value]);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('changes no digit of a number, whatever marks it has', () => {
    const pieces = fc.constantFrom(...'0123456789.,-+$%() ', '000', '1,234', '1.234');
    const text = fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(''));
    const separators = fc.constantFrom<FieldOptions[]>(
      {},
      { decimal_separator: ',' },
      { thousands_separator: ',' },
      { decimal_separator: ',', thousands_separator: '.' },
    );
    const strip = fc.subarray(['$', '%', '+', 'parentheses', 'leading_zeros'] as const);
    const digitsOf = (number: string): string => number.replace(/\D/g, '').replace(/^0+/, '');
    fc.assert(
      fc.property(text, separators, strip, (cell, marks, rules) => {
        const number = read('decimal', { ...marks, strip: rules }, cell);
        if (number === null || number.startsWith('[')) return;
        expect([cell, digitsOf(number)]).toEqual([cell, digitsOf(cell)]);
        expect(number).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
        expect(number.startsWith('-') ? /[-(]/.test(cell) : true).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('reads local times as the zone shows them', () => {
    const zones = fc.constantFrom(
      'America/New_York',
      'Europe/London',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'Africa/Casablanca',
      'Pacific/Apia',
    );
    const seconds = fc.integer({ min: -2_208_988_800, max: 2_524_608_000 });
    fc.assert(
      fc.property(
        zones,
        seconds,
        fc.constantFrom('earlier' as const, 'later' as const),
        (time_zone, second, ambiguous) => {
          const parts = new Intl.DateTimeFormat('en-GB', {
            ...{ timeZone: time_zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
            ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
          }).format(second * 1_000);
          const options = { format: 'dd/MM/yyyy, HH:mm:ss', time_zone, ambiguous };
          const iso = read('timestamp', options, parts) ?? '';
          const found = Date.parse(iso) / 1_000;
          // An overlap has two instants: either is shown as the same local time.
          if (found === second) return;
          expect(Math.abs(found - second)).toBeLessThanOrEqual(86_400);
          expect(ambiguous === 'earlier' ? found < second : found > second).toBe(true);
          expect(read('timestamp', { ...options, ambiguous: 'error' }, parts)).toBe('[invalid_timestamp]');
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
