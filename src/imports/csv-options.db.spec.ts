import { ImportHarness, type HarnessImport } from '../../test/support/import-harness';

describe('A CSV file of another kind', () => {
  let harness: ImportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start({ batchRows: 3, batchBytes: 64 });
    await harness.addType('equity');
  });
  afterEach(() => harness.stop());

  const instruments = async (): Promise<string[]> => {
    const rows = await harness.database.query<{ text: string }>(
      `SELECT identifier || '=' || name AS text FROM instruments ORDER BY 1`,
    );
    return rows.map(({ text }) => text);
  };
  const typed = (file: string, given: Partial<HarnessImport> = {}): HarnessImport => ({
    file,
    defaults: { type_id: 'equity' },
    ...given,
  });

  it('skips rows of nothing under abort and counts them', async () => {
    const file = 'identifier,name\nA,a\n,\n  \nB,b\n\nC,c\n\x1a';
    const job = await harness.import(typed(file));
    expect(job).toMatchObject({
      status: 'completed',
      row_count: 6,
      created_count: 3,
      skipped_count: 3,
      failed_count: 0,
      errors: [],
    });
    expect(await instruments()).toEqual(['A=a', 'B=b', 'C=c']);
    expect(await harness.import(typed(file))).toMatchObject({ unchanged_count: 3, skipped_count: 3 });
  });

  it('is read by its dialect, and rows in error keep their row and line', async () => {
    const file = [
      'Report "x',
      'START',
      '# names',
      'identifier|name',
      "A|'a | a'|",
      '',
      "|'no identifier'",
      'B|b|surplus',
      "C|'c''c'",
      'Total: 3',
    ].join('\n');
    const csv_options = {
      delimiter: '|',
      quote: "'",
      start_marker: 'START',
      comment: '#',
      ragged: 'pad',
      footer_prefix: 'Total',
    } as const;
    const job = await harness.import(typed(file, { options: { csv_options }, onError: 'continue' }));
    expect(job).toMatchObject({ status: 'completed', row_count: 4, created_count: 2, failed_count: 2 });
    expect(job.errors.map(({ row, line, code }) => [row, line, code])).toEqual([
      [2, 7, 'required'],
      [3, 8, 'column_count'],
    ]);
    expect(await instruments()).toEqual(['A=a | a', "C=c'c"]);
  });

  it('ignores a column without a name, and one of two that have the same', async () => {
    const job = await harness.import(typed('identifier,,name,x,x\nA,1,a,2,3\n'));
    expect(job).toMatchObject({ status: 'completed', created_count: 1 });
    expect(job.ignored_columns).toEqual(['', 'x']);
  });

  it('fails with one error of the file where a marker is missing', async () => {
    const options = { csv_options: { end_marker: 'END' } };
    const job = await harness.import(typed('identifier,name\nA,a\n', { options }));
    expect(job).toMatchObject({ status: 'failed', created_count: 0 });
    expect(job.errors).toMatchObject([{ row: null, code: 'marker_not_found' }]);
    expect(await instruments()).toEqual([]);
  });
});
