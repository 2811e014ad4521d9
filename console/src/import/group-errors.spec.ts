import { groupErrors } from './group-errors';

const error = (row: number, code: string, column: string | null) => ({
  row,
  line: row + 1,
  code,
  column,
  message: `${code} in row ${row}`,
  value: null,
});

describe('the errors of an import', () => {
  it('are grouped by code and column, the most frequent first, with the first rows', () => {
    const groups = groupErrors([
      error(1, 'required', 'name'),
      error(2, 'required', 'isin'),
      error(3, 'required', 'isin'),
    ]);
    expect(groups.map(({ code, column, count, rows }) => [code, column, count, rows])).toEqual([
      ['required', 'isin', 2, [2, 3]],
      ['required', 'name', 1, [1]],
    ]);
    expect(groups[0]?.first.message).toBe('required in row 2');
  });

  it('show eight rows and count all', () => {
    const [group] = groupErrors(Array.from({ length: 20 }, (_, row) => error(row, 'conflict', null)));
    expect([group?.count, group?.rows.length]).toEqual([20, 8]);
  });
});
