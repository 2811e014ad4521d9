import type { NewExport } from './export-store';
import { JsonNumber, type JsonValue } from '../formats/json/json-value';
import { fingerprintOf } from './export-creation';

const job: NewExport = {
  id: 'a',
  workspaceId: 'w',
  createdBy: 'r',
  objectType: 'instruments',
  format: 'csv',
  includeArchived: false,
  filter: null,
  gzip: false,
  compression: null,
  spreadsheetSafe: false,
  bom: false,
};
const print = (filter: JsonValue, changes: Partial<NewExport> = {}): string =>
  fingerprintOf({ ...job, ...changes }, filter);

describe('The fingerprint of an order', () => {
  it('is the same whatever the order of members, and whoever asks', () => {
    expect(print({ op: 'eq', field: 'name', value: 'x' })).toBe(
      print({ value: 'x', field: 'name', op: 'eq' }),
    );
    expect(print(null, { id: 'b', createdBy: 'other' })).toBe(print(null));
  });

  it('differs with every option, and with the order of a list', () => {
    const prints = [
      print(null),
      print({}),
      print(null, { format: 'json' }),
      print(null, { gzip: true, compression: 'gzip' }),
      print(null, { compression: 'zip' }),
      print(null, { compression: 'zstd' }),
      print(null, { includeArchived: true }),
      print(null, { spreadsheetSafe: true }),
      print(null, { bom: true }),
      print({ in: ['a', 'b'] }),
      print({ in: ['b', 'a'] }),
      print({ value: 1.1 }),
      print({ value: new JsonNumber('1.10') }),
      print({ value: '1.1' }),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });
});
