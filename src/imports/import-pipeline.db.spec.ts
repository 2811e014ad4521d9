import { ImportHarness } from '../../test/support/import-harness';

describe('An import', () => {
  let harness: ImportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start({ batchRows: 3 });
    await harness.addType('equity', 'isin', 'shares:number', 'listed:date', 'active:boolean');
    await harness.addType('bond', 'coupon:number!', 'isin');
  });
  afterEach(() => harness.stop());

  const csv = (...lines: string[]): string => [...lines, ''].join('\n');

  it('creates, updates and leaves unchanged, and says how many of each', async () => {
    const first = await harness.import({
      file: csv(
        'identifier,name,type_id,isin,shares',
        'a,A,equity,US1,1.10',
        'b,B,equity,,',
        'c,C,bond,US3,',
      ),
      onError: 'continue',
    });
    expect(first).toMatchObject({
      status: 'completed',
      row_count: 3,
      created_count: 2,
      failed_count: 1,
      error_count: 1,
      processed_count: 3,
      unprocessed_count: 0,
      progress: 100,
    });
    expect(first.errors).toEqual([
      {
        row: 3,
        line: 4,
        column: 'coupon',
        code: 'required',
        message: expect.stringContaining('coupon is required') as string,
        value: null,
      },
    ]);
    const second = await harness.import({
      file: csv(
        'identifier,name,type_id,isin,shares',
        'a,A,equity,US1,1.1',
        'b,B,equity,,',
        'd,D,equity,US4,7',
      ),
    });
    expect(second).toMatchObject({
      status: 'completed',
      created_count: 1,
      updated_count: 1,
      unchanged_count: 1,
    });
    expect(await harness.instruments()).toEqual([
      {
        identifier: 'a',
        name: 'A',
        type: 'equity',
        field_values: { isin: 'US1', shares: '1.1' },
        extras: null,
        archived: false,
      },
      { identifier: 'b', name: 'B', type: 'equity', field_values: {}, extras: null, archived: false },
      {
        identifier: 'd',
        name: 'D',
        type: 'equity',
        field_values: { isin: 'US4', shares: '7' },
        extras: null,
        archived: false,
      },
    ]);
  });

  it('writes nothing under abort when one row of any range is bad, and reports every error', async () => {
    const job = await harness.import({
      file: csv(
        'identifier,name,type_id,shares',
        'a,A,equity,1',
        'b,B,equity,x',
        'c,C,nope,1',
        'd,,equity,1',
        'e,E,equity,1',
        'a,A,equity,2',
        'g,G,bond,',
      ),
    });
    expect(job).toMatchObject({
      status: 'failed',
      row_count: 7,
      created_count: 0,
      failed_count: 5,
      processed_count: 5,
      unprocessed_count: 2,
    });
    expect(job.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'shares', 'invalid_number'],
      [3, 'type_id', 'reference_not_found'],
      [4, 'name', 'required'],
      [6, null, 'duplicate_row'],
      [7, 'coupon', 'required'],
    ]);
    expect(await harness.instruments()).toEqual([]);
  });

  it('leaves a field alone whose column is absent, and clears it where the cell is empty', async () => {
    await harness.import({
      file: csv('identifier,name,type_id,isin,shares,extras', 'a,A,equity,US1,5,"{""x"": 1.10}"'),
    });
    const partly = await harness.import({ file: csv('identifier,shares', 'a,') });
    expect(partly).toMatchObject({ status: 'completed', updated_count: 1 });
    expect(await harness.instruments()).toMatchObject([
      { name: 'A', field_values: { isin: 'US1' }, extras: '{"x":1.10}' },
    ]);
  });

  it('takes JSON records that differ in what they bring along', async () => {
    await harness.import({ file: csv('identifier,name,type_id,isin', 'a,A,equity,US1', 'b,B,equity,US2') });
    const job = await harness.import({
      format: 'json',
      file: JSON.stringify([
        { identifier: 'a', name: 'AA' },
        { identifier: 'b', field_values: { isin: null, shares: 3 } },
        { identifier: 'c', name: 'C', type_id: 'equity', active: true, extras: { deep: [1, 2] } },
        { identifier: 'd', nonsense: 1 },
      ]),
      onError: 'continue',
    });
    expect(job).toMatchObject({
      updated_count: 2,
      created_count: 1,
      failed_count: 1,
      error_count: 2,
      ignored_columns: ['nonsense'],
    });
    expect(await harness.instruments()).toMatchObject([
      { name: 'AA', field_values: { isin: 'US1' } },
      { name: 'B', field_values: { shares: '3' } },
      { name: 'C', field_values: { active: 'true' }, extras: '{"deep":[1,2]}' },
    ]);
  });

  it('restores an archived record unless the row says otherwise', async () => {
    await harness.import({
      file: csv('identifier,name,type_id,archived_at', 'a,A,equity,2026-01-01', 'b,B,equity,'),
    });
    expect(await harness.instruments()).toMatchObject([{ archived: true }, { archived: false }]);
    const unchanged = await harness.import({ file: csv('identifier,archived_at', 'a,2026-01-01T00:00:00Z') });
    expect(unchanged).toMatchObject({ unchanged_count: 1 });
    const restored = await harness.import({ file: csv('identifier', 'a') });
    expect(restored).toMatchObject({ updated_count: 1 });
    expect(await harness.instruments()).toMatchObject([{ archived: false }, { archived: false }]);
  });

  it('takes the first row without an error of its own for each key, over the whole file', async () => {
    const job = await harness.import({
      onError: 'continue',
      file: csv(
        'identifier,name,type_id,coupon',
        'x,1,bond,',
        'y,2,equity,',
        'x,3,bond,1',
        'y,4,equity,',
        'z,5,equity,',
        'x,6,bond,2',
        'x,7,nope,2',
      ),
    });
    expect(job).toMatchObject({ created_count: 3, failed_count: 4 });
    expect(job.errors.map(({ row, code, message }) => [row, code, /Row \d+/.exec(message)?.[0]])).toEqual([
      [1, 'required', undefined],
      [4, 'duplicate_row', 'Row 2'],
      [6, 'duplicate_row', 'Row 3'],
      [7, 'reference_not_found', undefined],
    ]);
    expect(await harness.instruments()).toMatchObject([{ name: '3' }, { name: '2' }, { name: '5' }]);
  });

  it('refuses another type for a record that has one', async () => {
    await harness.import({ file: csv('identifier,name,type_id', 'a,A,equity') });
    const job = await harness.import({
      file: csv('identifier,name,type_id,coupon', 'a,A,bond,1'),
      onError: 'continue',
    });
    expect(job.errors).toMatchObject([{ row: 1, column: 'type_id', code: 'conflict', value: 'bond' }]);
    expect(job.errors[0]?.message).toContain('equity');
  });

  it('matches by a custom field, creates where nothing has the value, and refuses where two have it', async () => {
    await harness.import({
      file: csv('identifier,name,type_id,isin', 'a,A,equity,US1', 'b,B,equity,US2', 'c,C,equity,US2'),
    });
    const job = await harness.import({
      identifierColumn: 'isin',
      onError: 'continue',
      file: csv(
        'identifier,name,type_id,isin',
        ',New name,,US1',
        'd,D,equity,US4',
        'e,E,equity,US2',
        'f,F,equity,',
        'a,X,equity,US9',
      ),
    });
    expect(job.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'identifier', 'required'],
      [1, 'type_id', 'required'],
      [3, 'isin', 'conflict'],
      [4, 'isin', 'required'],
      [5, 'identifier', 'conflict'],
    ]);
    const renamed = await harness.import({
      identifierColumn: 'isin',
      file: csv('isin,name,identifier', 'US1,New name,a2'),
    });
    expect(renamed).toMatchObject({ status: 'completed', updated_count: 1 });
    expect(await harness.instruments()).toMatchObject([
      { identifier: 'a2', name: 'New name' },
      {},
      {},
      { identifier: 'd' },
    ]);
  });

  it('lets a row take a name that an earlier row gave up, and not one that a later row will', async () => {
    await harness.import({
      file: csv('identifier,name,type_id,isin', 'a,A,equity,US1', 'b,B,equity,US2', 'c,C,equity,US3'),
    });
    for (const onError of ['continue', 'abort'] as const) {
      const chain = await harness.import({
        identifierColumn: 'isin',
        onError,
        file: csv('isin,identifier', 'US1,free', 'US2,a', 'US3,b', 'US9,c'),
      });
      expect(chain.errors.map(({ row, column }) => [row, column])).toEqual([
        [4, 'name'],
        [4, 'type_id'],
      ]);
    }
    const swapped = await harness.import({
      identifierColumn: 'isin',
      onError: 'continue',
      file: csv('isin,identifier', 'US2,b', 'US3,a'),
    });
    expect(swapped.errors).toMatchObject([
      { row: 1, code: 'conflict', value: 'b' },
      { row: 2, code: 'conflict', value: 'a' },
    ]);
  });

  it('matches by id, which only updates', async () => {
    await harness.import({ file: csv('identifier,name,type_id', 'a,A,equity') });
    const [{ id } = { id: '' }] = await harness.database.query<{ id: string }>('SELECT id FROM instruments');
    const job = await harness.import({
      identifierColumn: 'id',
      onError: 'continue',
      file: csv('id,name', `${id.toUpperCase()},AA`, '00000000-0000-0000-0000-000000000000,B'),
    });
    expect(job).toMatchObject({ updated_count: 1, failed_count: 1 });
    expect(job.errors).toMatchObject([{ row: 2, column: 'id', code: 'reference_not_found' }]);
  });

  it('ends a dry run with the counts and errors of a real one, and writes nothing', async () => {
    const file = csv('identifier,name,type_id', 'a,A,equity', 'b,B,nope', 'a,A,equity');
    const dry = await harness.import({ file, onError: 'continue', dryRun: true });
    expect(await harness.instruments()).toEqual([]);
    const real = await harness.import({ file, onError: 'continue' });
    const { created_count, failed_count, errors } = real;
    expect(dry).toMatchObject({ status: 'completed', created_count, failed_count, errors });
  });

  it('ends a file that is broken in the middle as failed: whole rows before it stay under continue, none under abort', async () => {
    const file =
      '[{"identifier":"a","name":"A","type_id":"equity"},{"identifier":"b","name":"B","type_id":"nope"},{"ident';
    const job = await harness.import({ file, format: 'json', onError: 'continue' });
    expect(job).toMatchObject({
      status: 'failed',
      row_count: null,
      unprocessed_count: null,
      created_count: 1,
      failed_count: 1,
      processed_count: 2,
    });
    expect(job.errors.map(({ row, code }) => [row, code])).toEqual([
      [2, 'reference_not_found'],
      [null, 'json_syntax'],
    ]);
    const aborted = await harness.import({ file: file.replaceAll('"a"', '"z"'), format: 'json' });
    expect(aborted).toMatchObject({
      status: 'failed',
      row_count: null,
      created_count: 0,
      failed_count: 1,
      error_count: 2,
    });
    expect(await harness.instruments()).toHaveLength(1);
  });

  it('says which columns it found when the key has none', async () => {
    const job = await harness.import({ file: csv('Symbol,Security', 'a,A') });
    expect(job).toMatchObject({ status: 'failed', row_count: null });
    expect(job.errors).toMatchObject([{ row: null, line: 1, code: 'missing_column' }]);
    expect(job.errors[0]?.message).toContain('"Symbol", "Security"');
  });

  it('maps columns and fills defaults', async () => {
    const job = await harness.import({
      file: csv('Symbol,Security,name,Sector', 'a,A,ignored,S'),
      mapping: { Symbol: 'identifier', Security: 'name' },
      defaults: { type_id: 'equity', shares: 12.5 },
    });
    expect(job).toMatchObject({ status: 'completed', created_count: 1, ignored_columns: ['name', 'Sector'] });
    expect(await harness.instruments()).toMatchObject([{ name: 'A', field_values: { shares: '12.5' } }]);
  });

  it('completes a file that has only a header', async () => {
    expect(await harness.import({ file: 'identifier,name,type_id\n' })).toMatchObject({
      status: 'completed',
      row_count: 0,
    });
  });
});
