import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from './support/build-console';
import { ConsolePage } from './support/console-page';
import { describeBrowser } from './support/describe-browser';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';
import { zipOf } from './support/zip-of';

jest.setTimeout(300_000);

describeBrowser('the options of an import in the console', (browser) => {
  let built: Awaited<ReturnType<typeof buildConsole>>;
  let app: TestApp;
  let client: WorkspaceClient;
  let console: ConsolePage;
  let folder: string;

  beforeAll(async () => {
    built = await buildConsole();
    app = await startTestApp({ CONSOLE_DIR: built.folder });
    folder = await mkdtemp(join(tmpdir(), 'almagest-files-'));
    client = new WorkspaceClient(app, app.token, app.workspace);
    const fields = [{ field_key: 'isin', data_type: 'text' }];
    await client.post('/instrument-types', { identifier: 'equity', name: 'Equity', fields });
    await client.post('/series', { identifier: 'close', name: 'Closing price', kind: 'scalar' });
    for (const [identifier, isin] of [
      ['ald', 'AU0000000001'],
      ['bet', 'AU0000000002'],
    ] as const)
      await client.post('/instruments', {
        identifier,
        name: identifier,
        type_id: 'equity',
        field_values: { isin },
      });
    console = await ConsolePage.open(browser(), app);
    await console.signIn();
    await console.heading('Overview').waitFor();
  });
  afterAll(async () => {
    await console.context.close();
    await app.stop();
    await built.remove();
    await rm(folder, { recursive: true });
  });

  /** Opens the page anew with a file, and waits until the file is read. */
  async function open(name: string, content: string | Buffer): Promise<void> {
    const path = join(folder, name);
    await writeFile(path, content);
    await console.go('Overview', 'Overview');
    await console.go('Import', 'Import');
    await console.drop(console.page.locator('.drop'), path);
    await console.page.getByRole('heading', { name: '2. How the file is read' }).waitFor();
    await isRead();
    await label('If rows are invalid').selectOption('continue');
  }
  const isRead = (): Promise<void> =>
    console.page.locator('section[aria-labelledby="step-reading"][aria-busy="false"]').waitFor();
  const label = (text: string) => console.page.getByLabel(text, { exact: true });
  const readCell = (text: string): Promise<void> =>
    console.page
      .getByRole('region', { name: 'Values as they are read' })
      .getByRole('cell', { name: text, exact: true })
      .first()
      .waitFor();

  /** Imports, waits for the end, and returns the job. */
  async function run(button: 'Dry run' | 'Import'): Promise<Record<string, unknown>> {
    await console.page.getByRole('button', { name: button, exact: true }).click();
    const result = console.page.locator('section[data-job]');
    await result
      .locator('.badge')
      .filter({ hasText: /completed|failed/ })
      .waitFor();
    return client.get(`/imports/${String(await result.getAttribute('data-job'))}`);
  }

  async function expectClean(): Promise<void> {
    expect(await console.violations()).toEqual([]);
    await console.page.setViewportSize({ width: 390, height: 844 });
    expect(await console.overflow()).toBe(0);
    await console.page.setViewportSize({ width: 1200, height: 900 });
  }

  it('create the type that is proposed, and go on with the same file', async () => {
    const { page } = console;
    await open('funds.csv', 'Ticker,Company,P/E,Listed\nA,Agilent,1.5,2020-01-31\nB,Barnes,2,2021-01-31\n');
    const proposal = page.getByRole('group', { name: /does not exist/ });
    await proposal.getByText('p_e (number)').waitFor();
    await expectClean();
    await proposal.getByRole('button', { name: /^Create the instrument type/ }).click();
    await proposal.waitFor({ state: 'detached' });
    await isRead();
    expect(await label('Field for P/E').inputValue()).toBe('p_e');
    expect(await label('Field for Listed').inputValue()).toBe('listed');
    expect(await run('Import')).toMatchObject({ status: 'completed', created_count: 2, failed_count: 0 });
    expect(await client.get('/instruments/A')).toMatchObject({ field_values: { p_e: '1.5' } });
  });

  it('choose what happens with rows, and save it in the profile', async () => {
    const { page } = console;
    await open(
      'rules.csv',
      'identifier,name,type_id,other\nald,New,equity,x\nald,Newer,equity,x\n,No,equity,x\n',
    );
    await label('Rows with the same key').selectOption('last');
    await label('Columns that feed no field').selectOption('error');
    await label('Archived records in the file').selectOption('keep');
    await label('Warnings').selectOption('true');
    await label('If rows are invalid').selectOption('abort');
    await label('Rows that may be invalid').fill('40%');
    await expectClean();
    const rules = {
      on_duplicate: 'last',
      unknown_columns: 'error',
      archived: 'keep',
      max_errors: '40%',
      warnings_as_errors: true,
    };
    expect(await run('Dry run')).toMatchObject({ ...rules, status: 'failed' });
    await page.getByText('unknown_columns').first().waitFor();
    await label('Columns that feed no field').selectOption('');
    await label('Field for other').selectOption('isin');
    await label('Warnings').selectOption('');
    expect(await run('Dry run')).toMatchObject({
      status: 'completed',
      skipped_count: 1,
      failed_count: 1,
      updated_count: 1,
    });
    await label('Name of the profile').fill('rules');
    await page.getByRole('button', { name: 'Save as profile' }).click();
    await page.getByText('Saved as rules').waitFor();
    expect(await client.get('/import-profiles/rules')).toMatchObject({
      on_duplicate: 'last',
      archived: 'keep',
      max_errors: '40%',
      mapping: { other: 'isin' },
    });
  });

  it('say where the records of a JSON document are', async () => {
    const records = [{ identifier: 'jon', name: 'Jon', type_id: 'equity' }];
    await open('nested.json', JSON.stringify({ meta: [{ n: 1 }], data: { list: records } }));
    if ((await label('Path to the records').inputValue()) !== '/data/list') {
      await label('Path to the records').fill('/data/list');
      await isRead();
    }
    await label('Type of the rows').selectOption('instruments');
    await readCell('jon');
    await expectClean();
    expect(await run('Import')).toMatchObject({
      status: 'completed',
      created_count: 1,
      json_options: { record_path: '/data/list' },
    });
  });

  it('choose a file of an archive', async () => {
    const { page } = console;
    const files = { 'readme.txt': 'hello', 'zip.csv': 'identifier,name,type_id\nzip,Zip,equity\n' };
    await open('files.zip', zipOf(files));
    await page.getByRole('button', { name: 'zip.csv', exact: true }).click();
    await isRead();
    await label('Type of the rows').selectOption('instruments');
    await readCell('zip');
    expect(await label('File in the archive').inputValue()).toBe('zip.csv');
    await expectClean();
    expect(await run('Import')).toMatchObject({ status: 'completed', created_count: 1, member: 'zip.csv' });
  });

  it('look references up by another field', async () => {
    await open(
      'prices.csv',
      'instrument_id,type_id,timestamp,value\nAU0000000001,close,2026-01-02T00:00:00Z,1.10\n',
    );
    await label('Type of the rows').selectOption('time_series_values');
    await label('instrument_id is looked up by').selectOption('isin');
    await isRead();
    await expectClean();
    expect(await run('Import')).toMatchObject({
      status: 'completed',
      created_count: 1,
      match: { instrument_id: 'isin' },
    });
  });

  it('turn columns into rows', async () => {
    const { page } = console;
    await open('wide.csv', 'Day,note,ald,bet\n2026-01-05,x,1.10,\n2026-01-06,y,1.20,2.5\n');
    await label('Type of the rows').selectOption('time_series_values');
    await label('Field for Day').selectOption('timestamp');
    await label('type_id *').fill('close');
    await label('Columns become rows: a row for each cell').check();
    await label('Names of these columns go to').selectOption('instrument_id');
    await label('Cells of these columns go to').selectOption('value');
    await page.getByRole('group', { name: 'Columns that stay columns' }).getByLabel('note').check();
    await readCell('2.5');
    await expectClean();
    const unpivot = { name_to: 'instrument_id', value_to: 'value', skip_null: true };
    const all = { columns: '*', except: ['note'], ...unpivot };
    expect(await run('Dry run')).toMatchObject({ status: 'completed', created_count: 3, unpivot: all });
    await label('Which columns become rows').selectOption('chosen');
    await page.getByRole('group', { name: 'Columns that become rows' }).getByLabel('bet').check();
    await label('Leave out empty cells').uncheck();
    await isRead();
    expect(await run('Dry run')).toMatchObject({
      status: 'completed',
      created_count: 1,
      failed_count: 1,
      unpivot: { columns: ['bet'], ...unpivot, skip_null: false },
    });
    // What was chosen is there when people go back to an earlier step, and from another page.
    await label('Delimiter').selectOption(';');
    await isRead();
    await label('Delimiter').selectOption(',');
    await isRead();
    await console.go('Overview', 'Overview');
    await console.go('Import', 'Import');
    await readCell('2.5');
    expect(await label('Names of these columns go to').inputValue()).toBe('instrument_id');
    expect(await label('type_id *').inputValue()).toBe('close');
    expect(await label('Field for Day').inputValue()).toBe('timestamp');
  });

  it('break no rule of the page', () => {
    expect(console.leaks).toEqual([]);
    expect(console.strangers).toEqual([]);
    expect(console.complaints).toEqual([]);
  });
});
