import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildConsole } from './support/build-console';
import { ConsolePage } from './support/console-page';
import { describeBrowser } from './support/describe-browser';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(300_000);

const REAL = join(__dirname, '../../shared/data/pddl-nasdaq-listings__nasdaq-listed-symbols.csv');
const FILE = existsSync(REAL) ? REAL : join(__dirname, '../examples/vendor-listing.csv');

let built: Awaited<ReturnType<typeof buildConsole>>;
let app: TestApp;

beforeAll(async () => {
  built = await buildConsole();
  app = await startTestApp({ CONSOLE_DIR: built.folder });
});
afterAll(async () => {
  await app.stop();
  await built.remove();
});

describe('the server of the console', () => {
  const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it('returns the page to who asks for HTML at /, and says what it is to programs', async () => {
    const page = await app.http.get('/').set(html).expect(200);
    expect(page.headers['content-type']).toMatch('text/html');
    expect(page.text).toContain('<div id="root">');
    for (const accept of ['*/*', 'application/json']) {
      const { body } = await app.http.get('/').set({ Accept: accept }).expect(200);
      expect(body).toMatchObject({ name: 'Almagest', docs: '/docs' });
    }
  });

  it('returns the page at the paths of its pages, and nowhere else', async () => {
    for (const path of ['/import', '/explore/instruments', '/calendars/xnys', '/jobs/imports/1']) {
      expect((await app.http.get(path).set(html).expect(200)).text).toContain('<div id="root">');
    }
    for (const path of [
      '/imports',
      '/nothing',
      '/console/nothing',
      '/console/assets/nothing.js',
      '/console/assets/../index.html',
    ]) {
      const { headers, body } = await app.http.get(path).set(html).expect(404);
      expect([path, headers['content-type'], body.code]).toEqual([
        path,
        'application/problem+json; charset=utf-8',
        'not_found',
      ]);
    }
    expect((await app.http.get('/docs').set(html).expect(200)).text).toContain('swagger');
    await app.http.get('/health/live').set(html).expect(200, { status: 'ok' });
    await app.http.get('/v1/workspaces/default').set(html).expect(401);
  });

  it('lets the page load nothing but its own, without inline scripts and styles', async () => {
    const answers = await Promise.all([app.http.get('/').set(html), app.http.get('/').set(html)]);
    const nonces = answers.map(({ headers, text }) => {
      const policy = String(headers['content-security-policy']);
      expect(policy).not.toMatch(/unsafe|https?:/);
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
      expect(text).toContain(`nonce="${nonce}"`);
      expect(text.match(/(?:src|href)="https?:/g)).toBeNull();
      expect(headers['cache-control']).toBe('no-store');
      return nonce;
    });
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('lets caches keep its files for ever, for their names change with them', async () => {
    const { text } = await app.http.get('/').set(html);
    const [, script = ''] = /<script[^>]+src="([^"]+)"/.exec(text) ?? [];
    const { headers } = await app.http.get(script).expect(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toMatch('javascript');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('shows which resources there are, and nothing of a workspace', async () => {
    const { body } = await app.http.get('/console/resources.json').expect(200);
    const names = (body as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['instruments', 'time_series_values', 'market_calendars']));
  });

  it('is a clear 404 where the console was not built, and not there in a process that only works jobs', async () => {
    for (const env of [
      { CONSOLE_DIR: join(built.folder, 'none') },
      { CONSOLE_DIR: built.folder, ROLE: 'worker' },
    ]) {
      const other = await startTestApp(env);
      try {
        const { body } = await other.http.get('/').set(html).expect(404);
        expect(body.code).toBe('not_found');
        if (!('ROLE' in env)) expect(body.detail).toMatch('npm run build');
        else await other.http.get('/console/resources.json').expect(404);
      } finally {
        await other.stop();
      }
    }
  });
});

describeBrowser('the console in a browser', (browser) => {
  let console: ConsolePage;

  beforeAll(async () => {
    const client = new WorkspaceClient(app, app.token, app.workspace);
    await seed(client);
    await app.http // as text: a JavaScript number would lose digits before it was sent
      .patch(`/v1/workspaces/${app.workspace}/instruments/ald`)
      .set({ Authorization: `Bearer ${app.token}`, 'Content-Type': 'application/json' })
      .send('{"extras":{"weight":0.12345678901234567890123}}')
      .expect(200);
    console = await ConsolePage.open(browser(), app);
  });
  afterAll(() => console.context.close());

  const violations = async (): Promise<void> => expect(await console.violations()).toEqual([]);

  it('refuses a wrong token with a sentence, and lets a right one in', async () => {
    await console.signIn(`ptk_live_${'0'.repeat(64)}`);
    await console.page.getByRole('alert').filter({ hasText: 'No valid token' }).waitFor();
    await violations();
    console.complaints.length = 0; // the browser notes a 401 as an error
    await console.signIn();
    await console.heading('Overview').waitFor();
    await console.page.getByRole('link', { name: /3.*Time series values/ }).waitFor();
    await violations();
  });

  it('creates a type with its fields, and changes it', async () => {
    const { page } = console;
    await console.go('Types', 'Types');
    await page.getByRole('button', { name: 'New instrument type' }).click();
    const form = page.getByRole('form', { name: 'New instrument type' });
    await form.getByLabel('Identifier').fill('nasdaq');
    await form.getByLabel('Name').fill('Listed at Nasdaq');
    await form.getByRole('button', { name: 'Add a field' }).click();
    await form.getByLabel('Key').fill('market_category');
    await violations();
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit nasdaq' }).click();
    const edit = page.getByRole('form', { name: 'Edit nasdaq' });
    await edit.getByRole('button', { name: 'Add a field' }).click();
    await edit.getByLabel('Key').nth(1).fill('round_lot_size');
    await edit.getByLabel('Holds').nth(1).selectOption('number');
    await edit.getByRole('button', { name: 'Save' }).click();
    await page
      .getByRole('region', { name: 'Fields of nasdaq' })
      .getByText('round_lot_size')
      .first()
      .waitFor();
  });

  it('takes a vendor’s file as it is: drop, map, dry run, import, errors, rejected rows', async () => {
    const { page } = console;
    await console.go('Import', 'Import');
    await violations();
    const [header = '', first = '', ...rest] = (await readFile(FILE, 'utf8')).split('\n');
    const at = header.split(',').indexOf('Security Name');
    const nameless = first
      .split(',')
      .map((cell, index) => (index === 0 ? 'NONAME' : index === at ? '' : cell));
    const file = join(built.folder, '..', `listed-${process.pid}.csv`);
    await writeFile(file, [header, first, nameless.join(','), ...rest].join('\n'));
    await console.drop(page.locator('.drop'), file);
    await page
      .getByRole('region', { name: 'The first rows of the file' })
      .getByText('Security Name')
      .waitFor();
    await page.getByLabel('Field for Symbol').selectOption('identifier');
    await page.getByLabel('Field for Security Name').selectOption('name');
    expect(await page.getByLabel('Field for Market Category').inputValue()).toBe('market_category');
    expect(await page.getByLabel('Field for Round Lot Size').inputValue()).toBe('round_lot_size');
    await page.getByLabel('type_id').selectOption('nasdaq');
    await page.getByLabel('If rows are invalid').selectOption('continue');
    await violations();

    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.getByText('Nothing was written: this was a dry run.').waitFor();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: 'Import', exact: true }).waitFor();
    const result = page.locator('section[data-job]');
    await result.getByText('completed').waitFor();
    expect(await result.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('100');

    const job = await console.app.http
      .get(`/v1/workspaces/${app.workspace}/imports/${await result.getAttribute('data-job')}`)
      .set({ Authorization: `Bearer ${app.token}` });
    expect(job.body).toMatchObject({ status: 'completed', dry_run: false, on_error: 'continue' });
    expect(job.body.failed_count).toBeGreaterThan(0);
    const { created_count: created, failed_count: failed, skipped_count: skipped } = job.body;
    expect(created + failed + skipped).toBe(job.body.row_count);
    await result
      .locator('.part.created dd', { hasText: job.body.created_count.toLocaleString('en') })
      .waitFor();
    const groups = page.getByRole('region', { name: 'Errors by code and column' }).getByRole('row');
    expect(await groups.filter({ hasText: 'required' }).filter({ hasText: 'Security Name' }).count()).toBe(1);
    await violations();

    const rejected = await console.download(() =>
      page.getByRole('button', { name: 'Download the rejected rows' }).click(),
    );
    expect(rejected.name).toMatch(/^rejected-.*\.csv$/);
    expect(rejected.text.split('\n')[0]).toMatch(/^"?Symbol"?,.*_errors/);

    await console.go('Overview', 'Overview');
    await page
      .getByRole('link', { name: /^instruments from/ })
      .first()
      .click();
    await console.heading('Import of instruments').waitFor();
    await page.getByRole('region', { name: 'Errors by code and column' }).waitFor();
    await violations();
    await rm(file);
  });

  it('shows how a file is read and what the inspection returns, takes changes, and saves them as a profile', async () => {
    const { page } = console;
    const rows = [
      'ald;13.02.2024 16:00:00;1,25',
      'ald;14.02.2024 16:00:00;N/A',
      'ald;15.02.2024 16:00:00;1,30',
    ];
    const file = join(built.folder, '..', `kurse-${process.pid}.csv`);
    await writeFile(file, `Symbol;Zeit;Kurs\n${rows.join('\n')}\n`);
    await console.go('Overview', 'Overview');
    await console.go('Import', 'Import');
    await console.drop(page.locator('.drop'), file);
    await page.getByRole('heading', { name: '2. How the file is read' }).waitFor();
    expect(await page.getByLabel('Delimiter').inputValue()).toBe(';');
    await page.getByLabel('Type of the rows').selectOption('time_series_values');
    await page.getByLabel('Field for Symbol').selectOption('instrument_id');
    await page.getByLabel('Field for Zeit').selectOption('timestamp');
    await page.getByLabel('Field for Kurs').selectOption('value');
    await page.getByLabel('type_id *', { exact: true }).fill('close');
    await page.getByLabel('Texts that mean null').fill('N/A');
    await page.getByLabel('Pattern of Zeit').fill('dd.MM.yyyy HH:mm:ss');
    await page.getByLabel('Time zone of Zeit').fill('Europe/Berlin');
    await page.getByLabel('Decimal mark of Kurs').fill(',');
    const values = page.getByRole('region', { name: 'Values as they are read' });
    await values.getByRole('cell', { name: '2024-02-13T15:00:00Z' }).waitFor();
    await values.getByRole('cell', { name: '1.25', exact: true }).waitFor();
    await violations();

    await page.getByLabel('Name of the profile').fill('kurse');
    await page.getByRole('button', { name: 'Save as profile' }).click();
    await page.getByText('Saved as kurse').waitFor();
    const { body: profile } = await console.app.http
      .get(`/v1/workspaces/${app.workspace}/import-profiles/kurse`)
      .set({ Authorization: `Bearer ${app.token}` })
      .expect(200);
    expect(profile).toMatchObject({
      resource_type: 'time_series_values',
      mapping: { Symbol: 'instrument_id', Zeit: 'timestamp', Kurs: 'value' },
      csv_options: { delimiter: ';' },
      field_options: {
        timestamp: { format: 'dd.MM.yyyy HH:mm:ss', time_zone: 'Europe/Berlin' },
        value: { decimal_separator: ',' },
      },
    });

    await page.getByLabel('If rows are invalid').selectOption('continue');
    await page.getByRole('button', { name: 'Dry run' }).click();
    const result = page.locator('section[data-job]');
    await result.getByText('completed with errors').waitFor();
    await page
      .getByRole('region', { name: 'Errors by code and column' })
      .getByRole('row')
      .filter({ hasText: 'required' })
      .filter({ hasText: 'Kurs' })
      .waitFor();
    await violations();
    await rm(file);
  });

  it('exports what a filter leaves, and hands over the file', async () => {
    const { page } = console;
    await console.go('Export', 'Export');
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await page.getByLabel('Field', { exact: true }).selectOption('field.market_category');
    await page.getByLabel('Operator').selectOption('eq');
    await page.getByLabel('Value').fill('Q');
    await page.getByRole('button', { name: 'Count' }).click();
    await page.getByText(/\d active records/).waitFor();
    await violations();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByText(/records, .*as they were at/).waitFor();
    const file = await console.download(() => page.getByRole('button', { name: 'Download' }).click());
    const [header, ...rows] = file.text.trimEnd().split('\n');
    expect(header).toMatch('market_category');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => /"?Q"?,/.test(row))).toBe(true);
    expect(file.text).not.toMatch(/(^|,)"?G"?,"?100/m);
    await violations();
  });

  it('shows records: searched, filtered by keys alone, page by page', async () => {
    const { page } = console;
    await console.go('Explore', 'Instruments');
    const table = page.getByRole('region', { name: 'Instruments' }).last();
    await table.getByRole('row').nth(2).waitFor();
    await violations();
    await page.getByLabel('Search in name and identifier').focus();
    await page.keyboard.type('Aldebaran');
    await page.getByRole('link', { name: 'ald' }).waitFor();
    await page.waitForFunction("document.querySelectorAll('.records tbody tr').length === 1");
    await page.getByRole('link', { name: 'ald' }).focus();
    await page.keyboard.press('Enter');
    await console.heading('ald, Aldebaran').waitFor();
  });

  it('draws a series of an instrument as a line and its bars as candles, with the exact values beside', async () => {
    const { page } = console;
    await page.getByRole('combobox', { name: 'Series' }).selectOption({ label: 'close, 3 points' });
    await page.getByRole('img', { name: /^Closing price, 3 points/ }).waitFor();
    await page.locator('.chart-box[data-drawn="3"] canvas').first().waitFor();
    await page.getByRole('cell', { name: '0.1234567890123456789', exact: true }).waitFor();
    await page.getByRole('cell', { name: '{"weight":0.12345678901234567890123}', exact: true }).waitFor();
    await violations();
    await page.getByRole('combobox', { name: 'Series' }).selectOption({ label: 'bars, 2 points' });
    await page.getByRole('img', { name: /^Daily bars, 2 points, as candles/ }).waitFor();
    await page.locator('.chart-box[data-drawn="2"] canvas').first().waitFor();
    expect(await drawnColours(console)).toBeGreaterThan(3);
  });

  it('draws the year of a market', async () => {
    const { page } = console;
    await console.go('Calendars', 'Calendars');
    await violations();
    await page.getByRole('combobox', { name: 'Market' }).fill('xny');
    await page.getByRole('option', { name: 'xnys' }).click();
    await console.heading('Calendar of xnys').waitFor();
    await page.getByLabel('Year', { exact: true }).fill('2024');
    await page.getByTitle('2024-12-25: closed, Christmas').waitFor();
    await page.getByTitle('2024-11-29: open for a shorter time').waitFor();
    expect(await page.locator('.month').count()).toBe(12);
    await violations();
  });

  it('can be read at 360 pixels: no page is wider than the window', async () => {
    const { page } = console;
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of ['/', '/import', '/export', '/explore/instruments', '/calendars/xnys', '/types']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect([path, await console.overflow()]).toEqual([path, 0]);
    }
    await page.setViewportSize({ width: 1200, height: 900 });
  });

  it('forgets the token at the end, put it in no URL, asked no other origin and broke no rule of its policy', async () => {
    await console.page.getByRole('button', { name: 'Sign out' }).click();
    await console.page.getByLabel('Token').waitFor();
    expect(await console.page.evaluate('sessionStorage.length + localStorage.length')).toBe(0);
    expect(console.leaks).toEqual([]);
    expect(console.strangers).toEqual([]);
    expect(console.complaints).toEqual([]);
  });
});

/**
 * How many colours the canvases of the chart show: one for an empty chart, several for a drawn one.
 */
function drawnColours(console: ConsolePage): Promise<number> {
  return console.page.evaluate(`(() => {
    const colours = new Set();
    for (const canvas of document.querySelectorAll('.chart-box canvas')) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] === 255) colours.add(data[at] + ',' + data[at + 1] + ',' + data[at + 2]);
      }
    }
    return colours.size;
  })()`);
}

/** An instrument with a line and two bars, and a market with three days. */
async function seed(client: WorkspaceClient): Promise<void> {
  const items = ['open', 'high', 'low', 'close'];
  await client.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
  await client.post('/market-types', { identifier: 'exchange', name: 'Exchange' });
  await client.post('/series', { identifier: 'close', name: 'Closing price', kind: 'scalar' });
  await client.post('/series', {
    identifier: 'bars',
    name: 'Daily bars',
    kind: 'composite',
    fields: items.map((field_key) => ({ field_key, data_type: 'number' })),
  });
  await client.post('/instruments', { identifier: 'ald', name: 'Aldebaran', type_id: 'equity' });
  await client.post('/markets', { identifier: 'xnys', name: 'New York', type_id: 'exchange' });
  const at = (day: number): string => `2024-01-0${day}T00:00:00Z`;
  for (const [day, value] of ['1.10', '1.20', '0.1234567890123456789'].entries()) {
    const point = { instrument_id: 'ald', type_id: 'close', timestamp: at(day + 1), value };
    await client.post('/time-series-values', point);
  }
  for (const [day, values] of [
    ['1', '3', '0.5', '2'],
    ['2', '2.5', '1', '1.5'],
  ].entries()) {
    await client.post('/composite-time-series-values', {
      instrument_id: 'ald',
      type_id: 'bars',
      timestamp: at(day + 1),
      items: items.map((field_key, place) => ({ field_key, value: values[place] })),
    });
  }
  const session = (date: string, closes: string) => ({
    date,
    is_open: true,
    opens_at: `${date}T14:30:00Z`,
    closes_at: `${date}T${closes}:00Z`,
  });
  await client.request('PUT', '/markets/xnys/calendar', [
    session('2024-11-27', '21:00'),
    session('2024-11-26', '21:00'),
    session('2024-11-29', '18:00'),
    { date: '2024-12-25', is_open: false, description: 'Christmas' },
  ]);
}
