import { recordsOf, splitText } from '../../../test/support/split-text';

async function texts(file: string): Promise<string[]> {
  const { batches, error } = await splitText(file, 'csv');
  expect(error).toBeNull();
  return recordsOf(batches).map(([, , text]) => text);
}

describe('CsvScanner', () => {
  it('yields the header alone as row 0, then the data from row 1', async () => {
    const { batches } = await splitText('a,b\n1,2\n3,4\n', 'csv');
    expect(batches.map((batch) => recordsOf([batch]))).toEqual([
      [[0, 1, 'a,b']],
      [
        [1, 2, '1,2'],
        [2, 3, '3,4'],
      ],
    ]);
  });

  it('reads LF, CRLF and both mixed, with and without a line end at the end', async () => {
    const wanted = ['a,b', '1,2', '3,4'];
    expect(await texts('a,b\n1,2\n3,4\n')).toEqual(wanted);
    expect(await texts('a,b\r\n1,2\r\n3,4\r\n')).toEqual(wanted);
    expect(await texts('a,b\r\n1,2\n3,4')).toEqual(wanted);
    expect(await texts('a,b\n1,2\n3,4\r')).toEqual(wanted);
  });

  it('takes a CR that no LF follows as data', async () => {
    expect(await texts('a,b\n1\r2,3\n\r,4\n5\r\r\n')).toEqual(['a,b', '1\r2,3', '\r,4', '5\r']);
  });

  it('skips empty lines, but not lines of commas or blanks after the header', async () => {
    const { batches } = await splitText('\n \t\na,b\n\n\r\n,\n  \n1,2\n\n', 'csv');
    expect(recordsOf(batches)).toEqual([
      [0, 3, 'a,b'],
      [1, 6, ','],
      [2, 7, '  '],
      [3, 8, '1,2'],
    ]);
  });

  it('keeps line ends and doubled quotes inside quotes, and counts physical lines', async () => {
    const { batches } = await splitText('a,b\n"x\ny ""z"",\r\n",1\n2,3\n', 'csv');
    expect(recordsOf(batches)).toEqual([
      [0, 1, 'a,b'],
      [1, 2, '"x\ny ""z"",\r\n",1'],
      [2, 5, '2,3'],
    ]);
  });

  it('accepts a file of a header only', async () => {
    const { batches, error } = await splitText('a,b', 'csv');
    expect(error).toBeNull();
    expect(recordsOf(batches)).toEqual([[0, 1, 'a,b']]);
  });

  it('lets a stray quote spoil its own record and not its neighbours', async () => {
    expect(await texts('a,b\n1,3.5" disk\n2,x "y\n3,"z"w\n4,5\n')).toEqual([
      'a,b',
      '1,3.5" disk',
      '2,x "y',
      '3,"z"w',
      '4,5',
    ]);
  });

  it('leaves the quotes of a cell in the batch that has its record', async () => {
    const { batches } = await splitText('"a",b\n1,2\n"3",4\n5,6\n', 'csv', { batchBytes: 1 });
    expect(batches.map(({ bytes }) => bytes.includes('"'))).toEqual([true, false, true, false]);
  });

  it('yields the last record even if its quote is never closed, to be parsed by itself', async () => {
    expect(await texts('a,b\n1,2\n3,"x\n4,5\n')).toEqual(['a,b', '1,2', '3,"x\n4,5\n']);
  });

  it('reads 1,000 columns and refuses 1,001, and a million, for their number', async () => {
    const header = (columns: number) => Array.from({ length: columns }, (_, index) => `c${index}`).join(',');
    expect((await splitText(`${header(1_000)}\n`, 'csv')).error).toBeNull();
    expect((await splitText(`${header(1_001)}\n`, 'csv')).error).toMatchObject({
      code: 'too_many_columns',
      line: 1,
    });
    expect((await splitText(header(1_000_000), 'csv')).error?.code).toBe('too_many_columns');
    expect((await splitText(','.repeat(3_000_000), 'csv')).error?.code).toBe('too_many_columns');
    expect((await splitText(`"${','.repeat(2_000)}"\n`, 'csv')).error).toBeNull();
  });

  it('refuses a record past the limit, at its line, after the records before it', async () => {
    const { batches, error } = await splitText(`a,b\n1,2\n3,${'x'.repeat(100)}\n4,5\n`, 'csv', {
      recordBytes: 50,
    });
    expect(recordsOf(batches).map(([row]) => row)).toEqual([0, 1]);
    expect(error).toMatchObject({ code: 'record_too_large', line: 3 });
  });

  it('says that a quote is never closed where one is the likely cause', async () => {
    const { error } = await splitText(`a,b\n"1,2\n${'3,4\n'.repeat(100)}`, 'csv', { recordBytes: 50 });
    expect(error).toMatchObject({ code: 'record_too_large', line: 2 });
    expect(error?.message).toMatch(/never closed/);
  });

  it('refuses quotes only and names no row', async () => {
    const { batches, error } = await splitText('"'.repeat(3_000_001), 'csv');
    expect(batches).toEqual([]);
    expect(error?.code).toBe('record_too_large');
  });
});
