import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './support/eventually';
import { type FlakyProxy, type Fate, startFlakyProxy } from './support/flaky-proxy';
import { runCli, startCli } from './support/run-cli';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

const GOOD = 'identifier,name,type_id\na,Alpha,equity\nb,Beta,equity\n';
const BAD = 'identifier,name,type_id\nc,Gamma,equity\nd,Delta,stock\n';

describe('The command line', () => {
  let app: TestApp;
  let client: WorkspaceClient;
  let environment: Record<string, string>;
  let folder: string;

  beforeAll(async () => {
    app = await startTestApp();
    folder = await mkdtemp(join(tmpdir(), 'almagest-cli-'));
  });
  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });

  let slugs = 0;
  beforeEach(async () => {
    client = await WorkspaceClient.create(app, `cli-${++slugs}`);
    environment = { ALMAGEST_URL: app.url, ALMAGEST_TOKEN: app.token, ALMAGEST_WORKSPACE: client.workspace };
    await client.post('/instrument-types', {
      identifier: 'equity',
      name: 'Equity',
      fields: [{ field_key: 'isin' }],
    });
  });

  const almagest = (...args: string[]) => runCli(args, environment, folder);
  const almagestAlone = (...args: string[]) => startCli(args, environment, folder).ended;
  const file = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
  const countRecords = async (): Promise<number> =>
    (await client.post<{ count: number }>('/instruments/count', {})).count;

  describe('importing', () => {
    it('ends with 0 when all rows are in, and says what became of them', async () => {
      await file('good.csv', GOOD);
      const { code, out, err } = await almagest('import', 'good.csv', '--type', 'instruments');
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(
          /^good\.csv: completed after [\d.]+ s; 2 rows: 2 created, 0 updated, 0 unchanged, 0 failed\.\n$/,
        ),
      ]);
      expect(err).toMatch(/Uploading good\.csv \(53 bytes\) …\nImport [0-9a-f-]{36}\n/);
      expect(await countRecords()).toBe(2);
    });

    it('ends with 1 when a row is wrong, says where and what, and under abort nothing is in', async () => {
      await file('bad.csv', BAD);
      const { code, out, err } = await almagest('import', 'bad.csv', '--type', 'instruments');
      expect([code, out]).toEqual([1, expect.stringContaining('bad.csv: failed')]);
      expect(err).toMatch(/row 2, line 3, column type_id: reference_not_found: .* \("stock"\)/);
      expect(err).toContain('No row was imported (--on-error abort): fix the file and import it again');
      expect(err).not.toContain('--rejected'); // under abort there is no such file
      expect(await countRecords()).toBe(0);
    });

    it('ends with 1 under continue too, keeps the good rows, and says how the rejected ones are had', async () => {
      await file('bad.csv', BAD);
      const { code, out, err } = await almagest(
        'import',
        'bad.csv',
        '--type',
        'instruments',
        '--on-error',
        'continue',
      );
      expect([code, out]).toEqual([1, expect.stringMatching(/completed.*1 created.*1 failed/)]);
      const [, id = ''] = /almagest jobs (\S+) --rejected/.exec(err) ?? [];
      expect(await countRecords()).toBe(1);
      const shown = await almagest('jobs', id, '--rejected', 'rejected.csv', '--errors');
      expect([shown.code, JSON.parse(shown.out)]).toEqual([
        1,
        expect.objectContaining({ row: 2, code: 'reference_not_found' }),
      ]);
      expect(await readFile(join(folder, 'rejected.csv'), 'utf8')).toContain('d,Delta,stock');
    });

    it('takes a file of a vendor by --map and --default, and writes nothing in a dry run', async () => {
      await file('vendor.csv', 'Symbol,Company\nz,Zephyr\n');
      const args = [
        'import',
        'vendor.csv',
        '--type',
        'instruments',
        '--map',
        'Symbol=identifier',
        '--map',
        'Company=name',
      ];
      const dry = await almagest(...args, '--default', 'type_id=equity', '--dry-run');
      expect([dry.code, dry.out]).toEqual([
        0,
        expect.stringMatching(/1 created.* Dry run: nothing was written\.\n$/),
      ]);
      expect(await countRecords()).toBe(0);
      expect((await almagest(...args, '--default', 'type_id=equity')).code).toBe(0);
      expect(await client.get('/instruments/z')).toMatchObject({ name: 'Zephyr' });
    });

    it('says which columns were left out, and sends the reading options', async () => {
      await file('vendor.csv', 'identifier;nmae;name;type_id;Junk\nv;x;Vega;equity;\nw;x;N/A;equity;\n');
      const args = ['import', 'vendor.csv', '--type', 'instruments', '--delimiter', ';', '--ignore', 'Junk'];
      const { code, out, err } = await almagest(...args, '--on-error', 'continue', '--null', 'name=N/A');
      expect([code, out]).toEqual([1, expect.stringMatching(/1 created.*1 failed/)]);
      expect(err).toMatch(/nmae/);
      expect(err).toMatch(/row 2, .*column name: required/);
      const [job] = (await client.get<{ data: Record<string, unknown>[] }>('/imports')).data;
      expect(job).toMatchObject({
        csv_options: { delimiter: ';' },
        field_options: { name: { null_values: ['N/A'] } },
        mapping: { Junk: null },
      });
    });

    it('reads standard input as -', async () => {
      const piped = (text: string, ...more: string[]) =>
        runCli(['import', '-', '--type', 'instruments', ...more], environment, folder, text);
      expect(await piped(GOOD)).toMatchObject({ code: 0, out: expect.stringMatching(/^stdin: .*2 created/) });
      const ndjson = '{"identifier":"q","name":"Q","type_id":"equity"}\n';
      expect(await piped(ndjson, '--format', 'ndjson')).toMatchObject({ code: 0 });
      expect(await piped('x'.repeat(2_000), '--part-bytes', '1000')).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^Standard input has more than 1,000 bytes/),
      });
    });

    it('inspects a file, and prints the command that imports it', async () => {
      await file('vendor.csv', 'Symbol,Company,ISIN\nz,Zephyr,AU1\ny,Yara,AU2\n');
      const { code, out, err } = await almagest('inspect', 'vendor.csv', '--default', 'type_id=equity');
      expect(err).toMatch(/^format +csv, encoding utf-8$/m);
      expect(err).toMatch(/^resource_type +instruments$/m);
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(/^almagest import vendor\.csv --type instruments /),
      ]);
      expect(out).toContain('--map Symbol=identifier');
      const words = out.trim().split(' ').slice(1);
      expect((await almagest(...words)).code).toBe(0);
      expect(await client.get('/instruments/z')).toMatchObject({
        name: 'Zephyr',
        field_values: { isin: 'AU1' },
      });
      const json = await almagest('inspect', 'vendor.csv', '--json', '--type', 'instruments');
      expect(JSON.parse(json.out)).toMatchObject({ format: 'csv', resource_type: 'instruments' });
      expect(await countRecords()).toBe(2);
    });

    it('names its own options in what the server says', async () => {
      await file('good.csv', GOOD);
      const wrong = await almagest('import', 'good.csv', '--type', 'instruments', '--format', 'json');
      expect([wrong.code, wrong.err]).toEqual([
        3,
        expect.stringMatching(/--format json was sent.*--format csv/s),
      ]);
      expect(wrong.err).not.toMatch(/format=/);
    });

    it('prints a line for each step with --watch', async () => {
      await file('good.csv', GOOD);
      const { code, err } = await almagest('import', 'good.csv', '--type', 'instruments', '--watch');
      expect(code).toBe(0);
      expect(err).toMatch(/good\.csv 100 % {2}completed {2}2 rows/);
    });

    it('finds records by a custom field with --key', async () => {
      await file('first.csv', 'identifier,name,type_id,isin\na,Alpha,equity,X1\n');
      await file('second.csv', 'isin,name\nX1,Aleph\n');
      expect((await almagest('import', 'first.csv', '--type', 'instruments')).code).toBe(0);
      const second = await almagest('import', 'second.csv', '--type', 'instruments', '--key', 'isin');
      expect([second.code, second.out]).toEqual([0, expect.stringContaining('1 updated')]);
    });

    it.each([
      [['import', 'good.csv'], /--type is missing/],
      [['import', '--type', 'instruments'], /FILE is missing/],
      [['import', 'none.csv', '--type', 'instruments'], /none\.csv cannot be read: there is no such file/],
      [['import', '.', '--type', 'instruments'], /\. is not a file/],
      [
        ['import', 'good.csv', '--type', 'instruments', '--on-error', 'ignore'],
        /--on-error must be one of abort, continue/,
      ],
      [['import', 'good.csv', '--type', 'instruments', '--maps', 'a=b'], /Unknown option '--maps'/],
      [
        ['import', 'good.csv', 'again.csv', '--type', 'instruments'],
        /"again\.csv" is an unexpected argument/,
      ],
      [['imports'], /There is no command "imports"\. Commands are import, inspect, export/],
      [['export', 'instruments'], /Name the file to write/],
    ])('ends with 2 before anything is sent: almagest %s', async (args, says) => {
      await file('good.csv', GOOD);
      const { code, err } = await almagest(...args);
      expect([code, err]).toEqual([2, expect.stringMatching(says)]);
      expect(await client.get('/imports')).toMatchObject({ data: [] });
    });

    it('ends with 3 and the words of the server when it refuses', async () => {
      await file('good.csv', GOOD);
      const { code, err } = await almagest('import', 'good.csv', '--type', 'instrument');
      expect([code, err]).toEqual([3, expect.stringMatching(/unsupported_resource_type \(422\): /)]);
      environment.ALMAGEST_TOKEN = `ptk_live_${'0'.repeat(64)}`;
      const unknown = await almagest('import', 'good.csv', '--type', 'instruments');
      expect([unknown.code, unknown.err]).toEqual([
        3,
        expect.stringMatching(/unauthorized \(401\).*\nIs ALMAGEST_TOKEN right\?/),
      ]);
    });

    it('ends with 2 without a token, and says which variable it takes', async () => {
      environment.ALMAGEST_TOKEN = '';
      const { code, err } = await almagest('jobs');
      expect([code, err]).toEqual([
        2,
        'Set ALMAGEST_TOKEN to a token of the workspace: ptk_live_ and 64 hex digits.\n',
      ]);
    });

    it('leaves the job running at Ctrl-C, says how it is cancelled, and ends with 130', async () => {
      const proxy = await startFlakyProxy(app.url, ({ method }) =>
        method === 'GET' ? { status: 503 } : 'pass',
      );
      try {
        await file('good.csv', GOOD);
        const running = startCli(
          ['import', 'good.csv', '--type', 'instruments'],
          { ...environment, ALMAGEST_URL: proxy.url },
          folder,
        );
        await eventually('the job is accepted', () => /Import [0-9a-f-]{36}/.test(running.output()));
        running.child.kill('SIGINT');
        const { code, err } = await running.ended;
        expect([code, err]).toEqual([
          130,
          expect.stringMatching(/continues on the server\..*almagest cancel [0-9a-f-]{36} cancels it/),
        ]);
        const [, id = ''] = /almagest cancel (\S+)/.exec(err) ?? [];
        expect(await client.finish('/imports', id)).toMatchObject({ status: 'completed', created_count: 2 });
        const late = await almagest('cancel', id);
        expect([late.code, late.err]).toEqual([3, expect.stringContaining('conflict (409)')]);
      } finally {
        await proxy.stop();
      }
    });
  });

  describe('on a bad line', () => {
    let proxy: FlakyProxy;
    afterEach(() => proxy.stop());

    async function importParents(...fates: Fate[]): Promise<{ code: number | null; err: string }> {
      proxy = await startFlakyProxy(
        app.url,
        ({ method }) => (method === 'POST' ? fates.shift() : undefined) ?? 'pass',
      );
      await file('good.csv', GOOD);
      environment.ALMAGEST_URL = proxy.url;
      return almagestAlone('import', 'good.csv', '--type', 'instruments');
    }
    const keys = (): (string | undefined)[] =>
      proxy.seen.filter(({ method }) => method === 'POST').map(({ key }) => key);

    it('sends the upload again under the same key, and one job is made although its answer was lost', async () => {
      const { code, err } = await importParents(
        'lose-answer',
        'lose-request',
        { status: 502 },
        { status: 503, headers: { 'Retry-After': '0' } },
      );
      expect(code).toBe(0);
      expect(keys()).toHaveLength(5);
      expect(new Set(keys())).toEqual(new Set([expect.stringMatching(/^[0-9a-f-]{36}$/)]));
      expect(err).toMatch(/The upload failed \(status 502\); trying again in .* with the same key\./);
      expect((await client.get<{ data: object[] }>('/imports')).data).toHaveLength(1);
    });

    it('waits as long as a 429 asks', async () => {
      const { code, err } = await importParents({ status: 429, headers: { 'Retry-After': '1' } });
      expect([code, err]).toEqual([0, expect.stringContaining('trying again in 1.0 s')]);
    });

    it('ends with 4 when something responds that is not Almagest', async () => {
      const { code, err } = await importParents({ status: 404 });
      expect([code, err]).toEqual([
        4,
        expect.stringMatching(/The response was 404 and not from Almagest\. Is ALMAGEST_URL right\?/),
      ]);
    });
  });

  describe('with a file that is too large', () => {
    it('refuses it with the advice to split, and sends nothing', async () => {
      const handle = await open(join(folder, 'large.csv'), 'w');
      await handle.write(GOOD);
      await handle.truncate(104_857_601); // a hole: no disk is filled
      await handle.close();
      const { code, err } = await almagest('import', 'large.csv', '--type', 'instruments');
      expect([code, err]).toEqual([
        2,
        'large.csv has 104,857,601 bytes (104.9 MB); the limit for one import is 104,857,600. Split it yourself, or use --split, which splits it at record boundaries and imports the parts one after the other.\n',
      ]);
      expect(await client.get('/imports')).toMatchObject({ data: [] });
      await rm(join(folder, 'large.csv'));
    });

    it('never holds it in memory as a whole while it is sent', async () => {
      const proxy = await startFlakyProxy(app.url, () => ({ status: 422 }));
      const measure = async (bytes: number): Promise<number> => {
        const handle = await open(join(folder, 'sent.csv'), 'w');
        await handle.write(GOOD);
        await handle.truncate(bytes);
        await handle.close();
        const NODE_OPTIONS = `--require=${join(__dirname, 'support/print-memory.cjs')}`;
        const args = ['import', 'sent.csv', '--type', 'instruments'];
        const { err } = await startCli(
          args,
          { ...environment, NODE_OPTIONS, ALMAGEST_URL: proxy.url },
          folder,
        ).ended;
        expect(proxy.received()).toBeGreaterThan(bytes);
        return Number(/maxRSS (\d+)/.exec(err)?.[1]) / 1_024;
      };
      try {
        const small = await measure(1_000_000);
        expect((await measure(104_857_600)) - small).toBeLessThan(50);
      } finally {
        await proxy.stop();
        await rm(join(folder, 'sent.csv'));
      }
    });

    const lines = Array.from({ length: 400 }, (_, at) => `k${String(at).padStart(4, '0')},Name ${at},equity`);

    it('cuts it with --split and reports one summary, with the rows and lines of the whole file', async () => {
      const text = [
        'identifier,name,type_id',
        ...lines.with(123, 'k0123,Odd,stock').with(399, 'k0399,Odd,stock'),
      ].join('\n');
      await file('whole.csv', text);
      const { code, out, err } = await almagest(
        ...[
          'import',
          'whole.csv',
          '--type',
          'instruments',
          '--on-error',
          'continue',
          '--split',
          '--part-bytes',
          '3000',
        ],
      );
      expect([code, out]).toEqual([
        1,
        expect.stringMatching(
          /^whole\.csv: completed in [4-9] jobs after .*; 400 rows: 398 created, 0 updated, 0 unchanged, 2 failed\.\n$/,
        ),
      ]);
      expect(err).toMatch(/400 rows in [4-9] parts; each is a separate job\./);
      expect(err).toMatch(/row 124, line 125, column type_id: reference_not_found/);
      expect(err).toMatch(/row 400, line 401, column type_id: reference_not_found/);
      expect(await countRecords()).toBe(398);
    });

    it('stops under abort at the first part with an error, and counts what it did not send', async () => {
      await file('whole.csv', ['identifier,name,type_id', ...lines.with(150, 'k0150,Odd,stock')].join('\n'));
      const { code, out, err } = await almagest(
        ...['import', 'whole.csv', '--type', 'instruments', '--split', '--part-bytes', '3000'],
      );
      const [, created = '', unprocessed = ''] =
        /400 rows: (\d+) created.* (\d+) not processed/.exec(out) ?? [];
      expect(code).toBe(1);
      expect(err).toMatch(
        /an error rejects its part and stops the parts after it; the parts before it stay imported/,
      );
      expect(Number(created)).toBeGreaterThan(0);
      expect(await countRecords()).toBe(Number(created));
      expect(Number(unprocessed)).toBeGreaterThan(0);
    });

    it('cuts by the options of the file, and refuses with --split what is about the whole of it', async () => {
      const header = 'Report of today;;\nidentifier;name;type_id\n';
      await file('semicolons.csv', header + lines.map((line) => line.replaceAll(',', ';')).join('\n'));
      const args = ['import', 'semicolons.csv', '--type', 'instruments', '--split', '--part-bytes', '3000'];
      const { code, out } = await almagest(...args, '--delimiter', ';', '--skip', '1');
      expect([code, out]).toEqual([0, expect.stringMatching(/completed in \d+ jobs .*400 created/)]);
      for (const [option, value] of [
        ['--encoding', 'windows-1252'],
        ['--profile', 'vendor'],
        ['--on-duplicate', 'last'],
        ['--csv-options', '{"skip_footer":1}'],
      ] as const) {
        const refused = await almagest(...args, option, value);
        expect([option, refused.code, refused.err]).toEqual([
          option,
          2,
          expect.stringMatching(/^--split cannot be combined with /),
        ]);
      }
    });

    it('cuts an array of JSON as well', async () => {
      const records = lines
        .map((line) => line.split(','))
        .map(([identifier, name, type_id]) => ({ identifier, name, type_id }));
      await file('whole.json', JSON.stringify(records, null, 1));
      const { code, out } = await almagest(
        'import',
        'whole.json',
        '--type',
        'instruments',
        '--split',
        '--part-bytes',
        '9000',
      );
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(/completed in [3-9] jobs.*400 rows: 400 created/),
      ]);
    });
  });

  describe('exporting', () => {
    beforeEach(() => client.import({ file: GOOD, resource_type: 'instruments' }));

    it('writes a whole file, or standard output, and nothing else beside it', async () => {
      const saved = await almagest('export', 'instruments', '-o', 'out.csv');
      expect([saved.code, saved.err]).toEqual([
        0,
        expect.stringMatching(/out\.csv: 2 rows, \d+ bytes after /),
      ]);
      const piped = await almagest(
        'export',
        'instruments',
        '-o',
        '-',
        '--filter',
        'name=Beta',
        '--format',
        'ndjson',
      );
      expect(piped.code).toBe(0);
      expect(JSON.parse(piped.out)).toMatchObject({ identifier: 'b' });
      const { file: wanted } = await client.export({ object_type: 'instruments' });
      expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe(wanted.toString());
      expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    });

    it('compresses with --gzip, and says in a sentence where it cannot write', async () => {
      expect((await almagest('export', 'instruments', '--gzip', '-o', 'out.csv.gz')).code).toBe(0);
      expect([...(await readFile(join(folder, 'out.csv.gz'))).subarray(0, 2)]).toEqual([0x1f, 0x8b]);
      expect((await almagest('export', 'instruments', '--compression', 'zip', '-o', 'out.zip')).code).toBe(0);
      expect((await readFile(join(folder, 'out.zip'))).subarray(0, 2).toString()).toBe('PK');
      for (const [options, message] of [
        [['--gzip', '--compression', 'zstd'], /--gzip and --compression zstd contradict each other/],
        [['--compression', 'rar'], /--compression must be one of gzip, zip, zstd, not "rar"/],
      ] as const) {
        const refused = await almagestAlone('export', 'instruments', ...options, '-o', 'x');
        expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(message)]);
      }
      const nowhere = await almagestAlone('export', 'instruments', '-o', 'no/such/folder.csv');
      expect([nowhere.code, nowhere.err]).toEqual([
        2,
        expect.stringMatching(/folder\.csv cannot be written: ENOENT/),
      ]);
    });

    it('passes on what the server says of a filter', async () => {
      const { code, err } = await almagest('export', 'instruments', '-o', 'x.csv', '--filter', 'nam=Beta');
      expect([code, err]).toEqual([3, expect.stringMatching(/invalid_filter \(400\)/)]);
    });
  });

  it('lists jobs and shows one', async () => {
    await client.import({ file: GOOD, resource_type: 'instruments' });
    await client.export({ object_type: 'instruments' });
    const { code, out } = await almagest('jobs');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/ export {2}instruments +completed +100 % {2}2 rows$/),
      expect.stringMatching(
        / import {2}instruments +completed +100 % {2}2 rows: 2 created, 0 updated, 0 unchanged, 0 failed$/,
      ),
      '',
    ]);
    const [, id = ''] = /([0-9a-f-]{36}) {2}export/.exec(out) ?? [];
    const one = await almagest('jobs', id, '--json');
    expect([one.code, JSON.parse(one.out)]).toEqual([
      0,
      expect.objectContaining({ id, status: 'completed' }),
    ]);
    const unknown = await almagest('cancel', '00000000-0000-4000-8000-000000000000');
    expect([unknown.code, unknown.err]).toEqual([3, expect.stringContaining('not_found (404)')]);
  });

  it('cancels an import and an export', async () => {
    const idle = await startTestApp({ ROLE: 'api' });
    try {
      const own = new WorkspaceClient(idle, idle.token, idle.workspace);
      const there = {
        ALMAGEST_URL: idle.url,
        ALMAGEST_TOKEN: idle.token,
        ALMAGEST_WORKSPACE: idle.workspace,
      };
      const queued = await own.queue({ file: GOOD, resource_type: 'instruments' });
      const asked = await own.post<{ id: string }>('/exports', { object_type: 'instruments' });
      const first = await runCli(['cancel', queued], there);
      expect([first.code, first.out]).toEqual([
        0,
        `Import ${queued} is cancelled; 0 records were written.\n`,
      ]);
      const second = await runCli(['cancel', asked.id], there);
      expect([second.code, second.out]).toEqual([0, `Export ${asked.id} is cancelled.\n`]);
      expect((await runCli(['jobs', queued], there)).code).toBe(1);
    } finally {
      await idle.stop();
    }
  });

  it('prints a template', async () => {
    const { code, out } = await almagest('template', 'instruments', '--type-id', 'equity');
    expect([code, out.split('\n')[0]]).toEqual([0, 'identifier,name,type_id,isin,extras']);
  });

  it('says what it is and how it is used', async () => {
    const { version } = JSON.parse(await readFile(join(__dirname, '../package.json'), 'utf8')) as {
      version: string;
    };
    expect(await almagest('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await almagest('--help');
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('ALMAGEST_TOKEN')]);
    for (const name of ['import', 'export', 'jobs', 'cancel', 'template', 'doctor']) {
      expect(help.out).toContain(`  ${name} `);
      const { code, out } = await almagest(name, '--help');
      expect([name, code, out]).toEqual([
        name,
        0,
        expect.stringMatching(new RegExp(`^Usage: almagest ${name}`)),
      ]);
    }
    expect((await almagest()).code).toBe(2);
  });
});
