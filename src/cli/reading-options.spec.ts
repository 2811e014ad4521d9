import { readArguments } from './arguments';
import { READING_OPTIONS, readReadingOptions } from './reading-options';

/** The fields of the form, with their JSON parsed. */
function formOf(...args: string[]): Record<string, unknown> {
  const form = readReadingOptions(readArguments(args, READING_OPTIONS, []).values);
  return Object.fromEntries(
    Object.entries(form).map(([name, value]): [string, unknown] => [
      name,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}

describe('the options that say how a file is read', () => {
  it('are fields of the form', () => {
    expect(formOf()).toEqual({});
    expect(
      formOf(
        ...[
          '--delimiter',
          'tab',
          '--encoding',
          'windows-1252',
          '--skip',
          '2',
          '--null',
          'N/A',
          '--null',
          '-',
        ],
        ...['--date-format', 'timestamp=dd/MM/yyyy', '--time-zone', 'Europe/Paris', '--decimal', 'value=,'],
        ...['--map', 'Symbol=identifier', '--ignore', 'Junk', '--match', 'instrument_id=isin'],
        ...['--expect-columns', 'a,"b,c"', '--profile', 'vendor', '--format', 'csv', '--member', 'a.csv'],
      ),
    ).toEqual({
      csv_options: { delimiter: '\t', encoding: 'windows-1252', header_row: 3 },
      field_options: {
        timestamp: { format: 'dd/MM/yyyy' },
        '*': { time_zone: 'Europe/Paris', null_values: ['N/A', '-'] },
        value: { decimal_separator: ',' },
      },
      mapping: { Symbol: 'identifier', Junk: null },
      match: { instrument_id: 'isin' },
      expect_columns: ['a', 'b,c'],
      profile: 'vendor',
      format: 'csv',
      member: 'a.csv',
    });
  });

  it('join the JSON ones, and keep those alone as they were written', () => {
    expect(formOf('--csv-options', '{"comment":"#"}', '--delimiter', ';', '--columns', 'date,close')).toEqual(
      { csv_options: { comment: '#', delimiter: ';', columns: ['date', 'close'] } },
    );
    expect(formOf('--field-options', '{"value":{"scale":-4}}', '--null', 'value=.')).toEqual({
      field_options: { value: { scale: -4, null_values: ['.'] } },
    });
    const { values } = readArguments(['--unpivot', '{"columns": "*"}'], READING_OPTIONS, []);
    expect(readReadingOptions(values)).toEqual({ unpivot: '{"columns": "*"}' });
  });

  it.each([
    [
      ['--csv-options', '{"delimiter":";"}', '--delimiter', ','],
      /--delimiter and "delimiter" of --csv-options/,
    ],
    [['--field-options', '{"*":{"format":"x"}}', '--date-format', 'y'], /"\*\.format" of --field-options/],
    [['--csv-options', '[]'], /--csv-options takes a JSON object/],
    [['--unpivot', '{'], /--unpivot is not JSON/],
    [['--skip', '-1'], /skip/],
    [['--skip', 'x'], /--skip must be a whole number of at least 0/],
    [['--date-format', 'a=x', '--date-format', 'a=y'], /--date-format is given twice for a/],
    [['--map', 'A=b', '--ignore', 'A'], /--ignore names "A", which --map maps/],
    [['--format', 'xml'], /--format must be one of csv, json, ndjson/],
  ])('refuse %j', (args, message) => {
    expect(() => formOf(...args)).toThrow(message);
  });
});
