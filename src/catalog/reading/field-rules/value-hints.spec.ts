import * as fc from 'fast-check';
import { boolean, date, decimal, identifier, text, timestamp } from '../../field';
import type { Issue } from '../../kind';
import type { FieldOptions, OptionsByField } from '../../binding/field-options';
import { compileFieldRules } from './compile-field-rules';
import { ValueHints } from './value-hints';

const definition = { describe: 'A field.', example: 'x' };
const FIELDS = {
  decimal: decimal(definition),
  date: date(definition),
  timestamp: timestamp(definition),
  boolean: boolean(definition),
  identifier: identifier(definition),
  text: text({ ...definition, values: ['XNYS', 'XNAS'] }),
};
type KindName = keyof typeof FIELDS;

const refused = (kind: KindName, options: FieldOptions, value: string): Issue => {
  const read = compileFieldRules(FIELDS[kind], options)(value);
  if (typeof read !== 'object' || read === null) throw new Error(`${value} is read as ${String(read)}.`);
  return read;
};

/** The message of a refused value as an import reports it. */
function explained(kind: KindName, value: string, options: FieldOptions = {}): string {
  const hints = new ValueHints({ f: options });
  return hints.explain('f', FIELDS[kind], value, refused(kind, options, value), true).message;
}

/** What the options that a message names make of the value, and what it says that they do. */
function followed(
  kind: KindName,
  value: string,
  message: string,
  options: FieldOptions,
): (readonly [string, string])[] {
  const ways = [...message.matchAll(/[Tt]o read it as (.*?) give field_options (\{.*?\}\})(?=[;.])/g)];
  return ways.map(([, promised = '', json = '']) => {
    const given = (JSON.parse(json) as OptionsByField)['f'] ?? {};
    const read = compileFieldRules(FIELDS[kind], { ...options, ...given })(value);
    return [promised, typeof read === 'string' ? read : JSON.stringify(read)] as const;
  });
}

describe('A value that is refused', () => {
  it.each<[KindName, string, string, string[]]>([
    ['decimal', '007', 'leading zeros', ['7']],
    ['decimal', '12,5', 'decimal comma', ['12.5']],
    ['decimal', '1,234', 'a decimal comma or thousands separators', ['1234', '1.234']],
    ['decimal', '1,234.50', 'thousands separators', ['1234.50']],
    ['decimal', '1.234.567', 'thousands separators', ['1234567']],
    ['decimal', '1.234,50', 'a decimal comma and thousands separators', ['1234.50']],
    ['decimal', "1'234.5", 'thousands separators', ['1234.5']],
    ['decimal', '1\u00a0234,5', 'a decimal comma and thousands separators', ['1234.5']],
    ['decimal', '12.5%', 'percent sign', ['12.5']],
    ['decimal', '$12.5', 'currency sign', ['12.5']],
    ['decimal', '12.50 €', 'currency sign', ['12.50']],
    ['decimal', '+12.5', 'plus sign', ['12.5']],
    ['decimal', '(12.5)', 'parentheses', ['-12.5']],
    [
      'decimal',
      '($1,234.50)',
      'parentheses around it, a currency sign and thousands separators',
      ['-1234.50'],
    ],
    ['decimal', ' 12.5', 'blanks around it', ['12.5']],
    ['decimal', '.5', 'no digit before its point', ['0.5']],
    ['decimal', '5.', 'no digit after its point', ['5']],
    ['decimal', 'NaN', '"NaN" stands for no value', ['null']],
    ['decimal', 'N/A', '"N/A" stands for no value', ['null']],
    ['decimal', '#N/A', 'stands for no value', ['null']],
    ['decimal', '-', 'stands for no value', ['null']],
    ['decimal', 'inf', 'stands for no value', ['null']],
    ['decimal', '   ', 'only blanks', ['null']],
    ['decimal', '1e', 'A decimal is written like', []],
    ['decimal', '1.5M', 'letter for thousands or millions', []],
    ['decimal', 'USD 5', 'code of a currency', []],
    ['decimal', '0x1F', 'hexadecimal', []],
    ['decimal', '\u22125', 'U+2212', []],
    ['decimal', '5-', 'follows the number', []],
    ['decimal', 'abc', 'is a text and no number', []],
    ['date', '31/01/2026', 'Is the day first?', ['2026-01-31']],
    ['date', '01/02/2026', 'Is the day first?', ['2026-02-01', '2026-01-02']],
    ['date', '1/31/2026', 'Is the day first?', ['2026-01-31']],
    ['date', '2026/01/31', 'give format', ['2026-01-31']],
    ['date', '20260131', 'give format', ['2026-01-31']],
    ['date', '31-Jan-26', 'give format', ['2026-01-31']],
    ['date', 'Jan 31, 2026', 'give format', ['2026-01-31']],
    ['date', 'January 31, 2026', 'give format', ['2026-01-31']],
    ['date', 'Sat, 31 Jan 2026', 'give format', ['2026-01-31']],
    ['date', '2026-01', 'no day of the month', ['2026-01-01', '2026-01-31']],
    ['date', '2026-Q1', 'no day of the month', ['2026-01-01', '2026-03-31']],
    ['date', '2026-01-31T00:00:00Z', 'give format', ['2026-01-31']],
    ['date', '2026-01-31 00:00:00', 'give format', ['2026-01-31']],
    ['date', '1769817600000', 'looks like epoch milliseconds: give format epoch_ms', ['2026-01-31']],
    ['date', '46053', 'day number of a spreadsheet', []],
    ['date', '16:00:00', 'time of day and no date', []],
    ['date', '0000-00-00', 'no such day', ['null']],
    ['date', ' 2026-01-31', 'blanks around it', ['2026-01-31']],
    ['timestamp', '2026-01-31 16:00:00', 'no offset: give time_zone', ['2026-01-31T16:00:00Z']],
    ['timestamp', '2026-01-31T16:00:00.25', 'no offset: give time_zone', ['2026-01-31T16:00:00.25Z']],
    ['timestamp', '2026-01-31 16:00', 'give format, and time_zone', ['2026-01-31T16:00:00Z']],
    ['timestamp', '2026-01-31T16:00Z', 'give format', ['2026-01-31T16:00:00Z']],
    ['timestamp', '2026-01-31T16:00:00+0100', 'give format', ['2026-01-31T15:00:00Z']],
    ['timestamp', '2026-01-31 16:00:00 UTC', 'give format', ['2026-01-31T16:00:00Z']],
    ['timestamp', '2026-01-31 04-PM', 'give format', ['2026-01-31T16:00:00Z']],
    ['timestamp', '20260131 16:00:00', 'give format', ['2026-01-31T16:00:00Z']],
    ['timestamp', '20260131160000', 'give format', ['2026-01-31T16:00:00Z']],
    ['timestamp', '31.01.2026 16:00', 'Is the day first?', ['2026-01-31T16:00:00Z']],
    ['timestamp', '1/2/2026 4:05 PM', 'Is the day first?', ['2026-02-01T16:05:00Z', '2026-01-02T16:05:00Z']],
    ['timestamp', '31/01/2026', 'Is the day first?', ['2026-01-31T00:00:00Z']],
    ['timestamp', '1769875200', 'looks like epoch seconds: give format epoch_s', ['2026-01-31T16:00:00Z']],
    [
      'timestamp',
      '1769875200000',
      'looks like epoch milliseconds: give format epoch_ms',
      ['2026-01-31T16:00:00Z'],
    ],
    [
      'timestamp',
      '1769875200000000',
      'looks like epoch microseconds: give format epoch_us',
      ['2026-01-31T16:00:00Z'],
    ],
    [
      'timestamp',
      '1769875200000000000',
      'looks like epoch nanoseconds: give format epoch_ns',
      ['2026-01-31T16:00:00Z'],
    ],
    ['timestamp', '2026-01-31T16:00:00.1234567Z', '6 fractional digits', ['2026-01-31T16:00:00.123456Z']],
    ['timestamp', '2026-01-31 16:00:00.1234567', 'no offset', ['2026-01-31T16:00:00.123456Z']],
    ['timestamp', '2026/01/31 16:00:00.123456789', 'give format', ['2026-01-31T16:00:00.123456Z']],
    ['timestamp', '16:00:00', 'is a time of day: give date', ['2026-01-31T16:00:00Z']],
    ['timestamp', 'NaT', 'stands for no value', ['null']],
    ['timestamp', '2026-01-31T16:00:00Z ', 'blanks around it', ['2026-01-31T16:00:00Z']],
    ['boolean', 'Y', 'another word for true or false', ['true']],
    ['boolean', 'no', 'another word for true or false', ['false']],
    ['boolean', '1', 'another word for true or false', ['true']],
    ['boolean', ' N ', 'another word for true or false', ['false']],
    ['boolean', 'N/A', 'stands for no value', ['null']],
    ['boolean', ' true', 'blanks around it', ['true']],
    ['identifier', ' AAPL', 'neither starts nor ends with a blank', ['AAPL']],
    ['identifier', 'AA\u200bPL', 'remove U+200B at character 3', []],
    ['identifier', 'AAPL\ufeff', 'remove U+FEFF at character 5', ['AAPL']],
    ['text', 'xnys', 'must be one of', ['XNYS']],
    ['text', ' XNYS', 'must be one of', ['XNYS']],
  ])('the message for %s %j has %j and is read as %j', (kind, value, phrase, expected) => {
    const message = explained(kind, value);
    expect(message).toContain(phrase);
    const ways = followed(kind, value, message, {});
    expect(ways).toEqual(expected.map((read) => [read, read]));
  });

  it.each<[KindName, FieldOptions, string, string]>([
    ['decimal', { decimal_separator: ',' }, '1.234,5', '1234.5'],
    ['decimal', { strip: ['%'] }, '+12.5%', '12.5'],
    ['decimal', { null_values: ['NA'] }, 'N/A', 'null'],
    ['boolean', { true_values: ['si'], false_values: ['no'] }, 'Y', 'true'],
    ['date', { format: 'yyyy-MM-dd' }, '31/01/2026', '2026-01-31'],
    ['date', { format: 'dd/MM/yyyy' }, '01/31/2026', '2026-01-31'],
    ['timestamp', { time_zone: 'America/New_York' }, '2026-01-31 16:00', '2026-01-31T21:00:00Z'],
    ['timestamp', { time_zone: 'America/New_York' }, '2026-11-01 01:30:00', '2026-11-01T05:30:00Z'],
    ['timestamp', { time_zone: 'America/New_York' }, '2026-11-01 01:30:00', '2026-11-01T06:30:00Z'],
  ])('%s with %j says how %j is read too', (kind, options, value, expected) => {
    expect(followed(kind, value, explained(kind, value, options), options)).toContainEqual([
      expected,
      expected,
    ]);
  });

  it('is never suggested as null where that is refused too', () => {
    const issue = refused('decimal', {}, 'N/A');
    expect(new ValueHints({}).explain('f', FIELDS.decimal, 'N/A', issue, false)).toEqual(issue);
  });

  it('is read by every option that its message names, whatever it is', () => {
    const pieces = fc.constantFrom(
      ...[
        '0',
        '1',
        '2026',
        '31',
        '12',
        '01',
        '.',
        ',',
        '-',
        '/',
        ':',
        ' ',
        'T',
        'Z',
        '+01:00',
        '%',
        '$',
        '(',
        ')',
        '+',
      ],
      ...['e5', 'Jan', 'PM', 'N/A', 'null', 'true', 'Y', '\u00a0', "'", '\0', '\ud800', '000', '1769875200'],
    );
    const texts = fc.array(pieces, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''));
    let hinted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(FIELDS) as KindName[])), texts, (kind, value) => {
        const read = compileFieldRules(FIELDS[kind], {})(value);
        if (typeof read !== 'object' || read === null) return;
        const message = explained(kind, value);
        for (const [promised, given] of followed(kind, value, message, {})) {
          hinted++;
          expect(given).toBe(promised);
        }
      }),
      { numRuns: 5_000 },
    );
    expect(hinted).toBeGreaterThan(100);
  });
});
