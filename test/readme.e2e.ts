import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '..');
/** What a new user runs, page by page in one shell. */
const PAGES = ['README.md', 'docs/backup.md'];

const MARK = '=== block';
const BACKUP = 'ids_of()';

/** Records of the resources that the tour leaves out, so that the backup has something of each. */
const MORE_RECORDS = `
api "$WORKSPACE/series" -H "$JSON" -d '{"identifier":"bar","name":"Bar","kind":"composite","fields":[{"field_key":"open","data_type":"number","is_required":true},{"field_key":"note"}]}'
api "$WORKSPACE/composite-time-series-values" -H "$JSON" -d '{"instrument_id":"okuda.t","type_id":"bar","timestamp":"2026-11-20","items":[{"field_key":"open","value":"1.10"}]}'
api "$WORKSPACE/market-types" -H "$JSON" -d '{"identifier":"exchange","name":"Exchange"}'
api "$WORKSPACE/markets" -H "$JSON" -d '{"identifier":"xtks","name":"Tokyo","type_id":"exchange","extras":{"city":"東京"}}'
api "$WORKSPACE/market-listings" -H "$JSON" -d '{"instrument_id":"okuda.t","market_id":"xtks","local_code":"1234","lot_size":"100"}'
api "$WORKSPACE/market-listing-suspensions" -H "$JSON" -d '{"instrument_id":"okuda.t","market_id":"xtks","suspended_from":"2026-11-18T00:00:00Z","suspended_until":"2026-11-19T00:00:00Z"}'
api "$WORKSPACE/market-calendars" -H "$JSON" -d '{"market_id":"xtks","date":"2026-11-23","is_open":false,"description":"Labor Thanksgiving Day"}'
api "$WORKSPACE/market-calendars" -H "$JSON" -d '{"market_id":"xtks","date":"2026-11-24","is_open":true,"opens_at":"2026-11-24T00:00:00Z"}'
api -X DELETE "$WORKSPACE/instruments/umbra.sw"
`;

/** The fenced blocks of a language in a text. */
const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block]) => block ?? '',
  );

/** Runs a script in a POSIX shell; returns what it printed. */
function runShell(script: string, cwd: string): Promise<string> {
  const child = spawn('sh', ['-eu'], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.end(script);
  return new Promise((resolve, reject) =>
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`The shell ended with ${code}: ${output}`)),
    ),
  );
}

describe('the README and the backup that goes on from it', () => {
  let app: TestApp;
  let folder: string;
  let blocks: string[];
  let outputs: string[];

  /** What the block that contains `text` printed. */
  const printed = (text: string): string => outputs[blocks.findIndex((block) => block.includes(text))] ?? '';

  beforeAll(async () => {
    if (spawnSync('curl', ['--version']).status !== 0)
      throw new Error('The tour of the README is run with curl: install curl and run the test again.');
    app = await startTestApp();
    folder = await mkdtemp(join(tmpdir(), 'almagest-readme-'));
    await cp(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true });
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data/token'), `${app.token}\n`);
    const pages = await Promise.all(PAGES.map((page) => readFile(join(ROOT, page), 'utf8')));
    blocks = pages
      .flatMap((page) => blocksOf(page, 'sh'))
      .map((block) => block.replace(/^ALMAGEST=.*$/m, `ALMAGEST=${app.url}`));
    const script = blocks.map(
      (block) => `\necho; echo '${MARK}'\n${block.includes(BACKUP) ? MORE_RECORDS : ''}\n${block}`,
    );
    outputs = (await runShell(script.join(''), folder)).split(`${MARK}\n`).slice(1);
  });

  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true });
  });

  it('has a tour whose every command runs', () => {
    expect(outputs).toHaveLength(blocks.length);
    expect(outputs.join('')).not.toMatch(/"status":[45]\d\d|curl: \(/);
  });

  it('imports the sample file, and again without a change', () => {
    expect(printed('api "$WORKSPACE/imports/$IMPORT"; echo')).toMatch(
      /"status":"completed".*"created_count":12/,
    );
    const again =
      outputs[blocks.findIndex((block) => block.includes('api "$WORKSPACE/imports/$IMPORT"')) + 1];
    expect(again).toMatch(/"row_count":12.*"created_count":0,"updated_count":0,"unchanged_count":12/);
  });

  it('reports the three mistakes of the second file, and accepts it once it is fixed', () => {
    const report = printed('instruments-with-mistakes.csv');
    expect(report).toMatch(/"created_count":1,"updated_count":1,"unchanged_count":0,"failed_count":3/);
    for (const code of ['reference_not_found', 'invalid_date', 'invalid_number'])
      expect(report).toContain(`"code":"${code}"`);
    const fixed = printed('data/fixed.csv');
    expect(fixed).toContain('_row,_line,_errors,_raw');
    expect(fixed).toMatch(/"status":"completed".*"created_count":3/);
  });

  it('says what a file of a vendor would do, and writes nothing', () => {
    expect(printed('dry_run=true')).toMatch(/"status":"completed".*"dry_run":true.*"created_count":1/);
  });

  it('reads and filters', () => {
    const read = printed('/instruments/okuda.t');
    expect(read).toContain('"name":"奥田精機"');
    expect([...read.matchAll(/"identifier":"([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'okuda.t',
      'harbour.ax',
      'meridian.n',
    ]);
  });

  it('imports prices and exports them, by token and by signed URL', () => {
    expect(printed('examples/prices.csv')).toMatch(
      /"created_count":10[\s\S]*"value":"8\.40".*"value":"8\.55"/,
    );
    const lines = printed('$EXPORT/download"\n').trim().split('\n');
    expect(lines).toContain('instrument_id,type_id,timestamp,value');
    expect(lines.slice(-2)).toEqual(Array(2).fill('harbour.ax,close,2026-11-20T00:00:00Z,8.625'));
  });

  it('restores a workspace from its backup, byte for byte', async () => {
    const [original, restored] = [app.workspace, 'restored'].map(
      (workspace) => new WorkspaceClient(app, app.token, workspace),
    );
    for (const object_type of [
      'instruments',
      'time_series_values',
      'composite_time_series_values',
      'markets',
      'market_listings',
      'market_listing_suspensions',
      'market_calendars',
    ]) {
      const wanted = { object_type, format: 'json', include_archived: object_type !== 'market_calendars' };
      const before = await original?.export(wanted);
      const after = await restored?.export(wanted);
      expect(before?.job.row_count).not.toBe(0);
      expect([object_type, after?.file.toString()]).toEqual([object_type, before?.file.toString()]);
    }
  });
});
