import type { Inspection } from '../api/inspection';
import { AS_TOLD, changesOf, optionsOf } from './reading';

const TOLD = {
  csv_options: { delimiter: ';', header_row: 3 },
  json_options: null,
  field_options: { timestamp: { format: 'dd/MM/yyyy' }, value: { decimal_separator: ',' } },
  match: {},
  unpivot: null,
} as unknown as Inspection;

describe('how a file is read', () => {
  it('is as it was told, without a change', () => {
    expect(changesOf(AS_TOLD)).toEqual({});
    expect(optionsOf(null, AS_TOLD)).toEqual({});
    expect(optionsOf(TOLD, AS_TOLD)).toEqual({
      csv_options: { delimiter: ';', header_row: 3 },
      field_options: { timestamp: { format: 'dd/MM/yyyy' }, value: { decimal_separator: ',' } },
    });
  });

  it('is changed option by option', () => {
    const reading = {
      ...AS_TOLD,
      delimiter: '|',
      headerRow: 'x',
      nulls: 'N/A, -',
      fields: { timestamp: { format: 'MM/dd/yyyy', time_zone: '' } },
      answers: [{ field_options: { timestamp: { time_zone: 'Europe/Paris' } } }],
    };
    expect(optionsOf(TOLD, reading)).toEqual({
      csv_options: { delimiter: '|', header_row: 3 },
      field_options: {
        '*': { null_values: ['N/A', '-'] },
        timestamp: { format: 'MM/dd/yyyy', time_zone: 'Europe/Paris' },
        value: { decimal_separator: ',' },
      },
    });
  });
});
