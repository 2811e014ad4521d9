import { instruments } from '../../resources/instruments/instruments.resource';
import { readRows, type RowsRead } from './read-rows';

/** Reads rows of instruments; their type is in the defaults. */
function read(
  rows: readonly string[][],
  refusesRepeated = true,
  identifierColumn: string | null = null,
): RowsRead {
  const records = rows.map((cells, index) => ({ row: index + 1, line: index + 2, cells }));
  return readRows(records, {
    resource: instruments,
    types: [],
    binding: {
      mapping: { Symbol: 'identifier', Company: 'name' },
      defaults: { type_id: 'equity' },
      identifierColumn,
      options: {},
    },
    spreadsheetSafe: false,
    header: ['Symbol', 'Company'],
    csv: {},
    refusesRepeated,
  });
}

describe('rows of one record', () => {
  it('are a problem that names the column and the first valid row', () => {
    const { problems } = read([
      ['A', 'Alfa'],
      ['B', 'Beta'],
      ['A', 'Alfa again'],
      ['A', 'And again'],
    ]);
    expect(problems).toEqual([
      {
        code: 'duplicate_row',
        column: null,
        message: 'Row 1 of this file has the same Symbol already; keep one of the two.',
        count: 2,
        first_row: 3,
      },
    ]);
  });

  it('do not count when the earlier one has an error of its own', () => {
    const { problems } = read([
      ['A', ''],
      ['A', 'Alfa'],
      ['A', 'Alfa again'],
    ]);
    expect(problems.map(({ code, first_row }) => [code, first_row])).toEqual([
      ['required', 1],
      ['duplicate_row', 3],
    ]);
    expect(problems[1]?.message).toContain('Row 2 of this file');
  });

  it('are no problem when on_duplicate says which one is kept', () => {
    const rows = [
      ['A', 'Alfa'],
      ['A', 'Alfa again'],
    ];
    expect(read(rows, false).problems).toEqual([]);
  });
});
