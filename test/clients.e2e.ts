import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTestApp, type TestApp } from './support/test-app';
import { TYPESCRIPT } from './support/test-servers';
import { WorkspaceClient } from './support/workspace-client';

const run = promisify(execFile);
const ROOT = join(__dirname, '..');
const INSTRUMENTS = join(ROOT, 'examples/instruments.csv');

/**
 * A program that imports, waits and exports: how it is run, and what must be on the machine for it.
 */
const EXAMPLES: Record<string, { command: string[]; needs: string[] }> = {
  'client.sh': { command: ['sh'], needs: ['curl', '--version'] },
  'client.ts': { command: [process.execPath, ...TYPESCRIPT], needs: [] },
  'client.py': { command: ['python3'], needs: ['python3', '-c', 'import requests'] },
};

const isThere = ([command = 'true', ...args]: string[]): boolean => spawnSync(command, args).status === 0;

describe('The client of the document', () => {
  it('has types that are made from docs/openapi.json; if not, run npm run client:types', async () => {
    await run(process.execPath, ['scripts/write-client-types.mjs', '--check'], { cwd: ROOT });
  });
});

describe('The examples', () => {
  let app: TestApp;
  let folder: string;

  beforeAll(async () => {
    app = await startTestApp();
    folder = await mkdtemp(join(tmpdir(), 'almagest-examples-'));
  });
  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true });
  });

  for (const [name, { command, needs }] of Object.entries(EXAMPLES)) {
    if (!isThere(needs)) {
      console.log(`examples/${name} is not run here: this machine lacks ${needs.join(' ')}.`);
      continue;
    }
    it(`import, wait and export: ${name}`, async () => {
      const client = await WorkspaceClient.create(app, name.replace('.', '-'));
      const fields = ['isin', 'listed_on', 'shares_outstanding'].map((field_key) => ({ field_key }));
      await client.post('/instrument-types', { identifier: 'equity', name: 'Equity', fields });
      const target = join(folder, `${name}.csv`);
      const [program = '', ...args] = command;
      const env = {
        PATH: process.env.PATH,
        ALMAGEST_URL: app.url,
        ALMAGEST_TOKEN: app.token,
        ALMAGEST_WORKSPACE: client.workspace,
      };
      const { stdout } = await run(program, [...args, join(ROOT, 'examples', name), INSTRUMENTS, target], {
        env,
        cwd: folder,
      });
      const { file, job } = await client.export({ object_type: 'instruments' });
      expect(stdout).toContain('completed: 12 created, 0 failed');
      expect(stdout).toContain(`12 records, SHA-256 ${job.sha256}`);
      expect(await readFile(target, 'utf8')).toBe(file.toString());
    });
  }

  it('are in docs/clients.md as they are run', async () => {
    const markdown = await readFile(join(ROOT, 'docs/clients.md'), 'utf8');
    for (const name of Object.keys(EXAMPLES)) {
      const source = await readFile(join(ROOT, 'examples', name), 'utf8');
      expect([name, markdown.includes(`\n${source}\`\`\`\n`)]).toEqual([name, true]);
    }
  });

  it('are short: the one on the typed client has thirty lines', async () => {
    const source = await readFile(join(ROOT, 'examples/client.ts'), 'utf8');
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });
});
