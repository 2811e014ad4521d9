import type { FileError } from '../../formats/format';
import { checkCellCounts } from './header-faults';

const fault = (
  columns: number,
  rows: readonly string[],
  ragged: 'error' | 'pad' = 'error',
): string | null => {
  const records = rows.map((text, index) => ({ row: index + 1, line: index + 2, cells: text.split(',') }));
  try {
    checkCellCounts(columns, records, { ragged });
    return null;
  } catch (error) {
    const { code, message } = error as FileError;
    return `${code}: ${message}`;
  }
};

describe('a header of another length than every record', () => {
  it('is one error of the file', () => {
    expect(fault(2, ['1,2,3', '4,5,6', '7,8,9'])).toBe(
      'column_count: Each of the first 3 records has 3 cells, and the header has 2. The header lacks names. Is it another line (csv_options={"header_row":2}), or do technical cells precede each record (csv_options={"row_prefix_columns":["name"]})?',
    );
  });

  it('says what a delimiter at the end of each record is, and the advice is accepted', () => {
    const rows = ['1,2,', '4,5,', '7,8,'];
    expect(fault(2, rows)).toContain('csv_options={"ragged":"pad"} ignores them.');
    expect(fault(2, rows, 'pad')).toBeNull();
  });

  it.each([
    ['of a few records', ['1', '2']],
    ['of some records', ['1,2,3', '4,5', '7,8,9']],
    ['of different lengths', ['1', '2,3,4', '5']],
    ['of none', ['1,2', '3,4', '5,6']],
  ])('is no fault of the header %s', (_, rows) => {
    expect(fault(2, rows)).toBeNull();
  });
});
