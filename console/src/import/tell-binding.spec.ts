import type { Inspection } from '../api/inspection';
import { chooseConstants, chooseFields, fedByOptions, onlyKnown, sayBinding } from './tell-binding';

const target = (name: string) => ({ name, title: '', required: false, key: false });
const TARGETS = ['identifier', 'name', 'type_id', 'isin'].map(target);
const TOLD = {
  mapping: { Symbol: 'identifier', Notes: null, Odd: 'nothing' },
  defaults: { type_id: 'equity', isin: 'X', extras: {} },
} as unknown as Inspection;

describe('the binding of a file', () => {
  it('is by name, then as it is told, then as people chose', () => {
    const columns = ['Symbol', 'Name', 'Notes', 'Odd'];
    expect(chooseFields(columns, TARGETS, null, {})).toEqual({ Name: 'name' });
    expect(chooseFields(columns, TARGETS, TOLD, {})).toEqual({
      Name: 'name',
      Symbol: 'identifier',
      Notes: '',
    });
    expect(chooseFields(columns, TARGETS, TOLD, { Symbol: '', Notes: 'isin' })).toEqual({
      Name: 'name',
      Symbol: '',
      Notes: 'isin',
    });
    expect(chooseFields(columns, TARGETS, TOLD, { Odd: 'identifier', Notes: 'name' })).toEqual({
      Odd: 'identifier',
      Notes: 'name',
    });
    expect(chooseFields(['name', 'Name'], TARGETS, { ...TOLD, mapping: { Name: 'name' } }, {})).toEqual({
      Name: 'name',
    });
  });

  it('says only what people chose', () => {
    expect(sayBinding({}, { type_id: '' })).toEqual({});
    expect(sayBinding({ A: 'name', B: '' }, { type_id: 'equity' })).toEqual({
      mapping: { A: 'name', B: null },
      defaults: { type_id: 'equity' },
    });
  });

  it('takes constants that it can show, and no type that does not exist', () => {
    expect(chooseConstants(TOLD, { isin: 'Y' }, 'type_id', [])).toEqual({ isin: 'Y' });
    expect(chooseConstants(TOLD, {}, 'type_id', [{ identifier: 'equity' }])).toEqual({
      type_id: 'equity',
      isin: 'X',
    });
  });

  it('leaves out the options of fields that do not exist', () => {
    const options = { csv_options: { delimiter: ';' }, field_options: { '*': {}, name: {}, sector: {} } };
    expect(onlyKnown(options, TARGETS)).toEqual({
      csv_options: { delimiter: ';' },
      field_options: { '*': {}, name: {} },
    });
  });

  it('knows the fields that options feed', () => {
    const fed = fedByOptions({
      field_options: { timestamp: { from: ['Date', 'Time'] }, value: { format: 'x' } },
      unpivot: { columns: '*', name_to: 'instrument_id', value_to: 'value' },
    });
    expect([...fed]).toEqual(['timestamp', 'instrument_id', 'value']);
  });
});
