import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from './support/eventually';

const ROOT = join(__dirname, '..');
/**
 * Replaces the compiler: reads a source, takes dist away first, and writes a line for each build.
 */
const STEPS = `
const fs = require('node:fs');
fs.appendFileSync('builds', 'begun\\n');
fs.rmSync('dist', { recursive: true, force: true });
fs.mkdirSync('dist/src', { recursive: true });
fs.writeFileSync('dist/src/main.js', fs.readFileSync('src/main.ts'));
const source = fs.readFileSync('src/main.ts', 'utf8');
if (source === 'broken') process.exit(1);
if (source === 'slow') setTimeout(() => {}, 60_000);
if (source === 'changed while it is built') fs.writeFileSync('src/main.ts', 'changed');
`;

describe('npm start', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almagest-build-'));
    await cp(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
    for (const [path, text] of Object.entries({
      'package.json': JSON.stringify({ scripts: { 'build:steps': 'node steps.cjs' } }),
      'steps.cjs': STEPS,
      'src/main.ts': 'one',
      'src/other/a.ts': 'a',
      'migrations/1-a.ts': 'a',
      'console/index.html': 'a',
      'package-lock.json': '{}',
      'tsconfig.json': '{}',
      'tsconfig.build.json': '{}',
      'nest-cli.json': '{}',
      'node_modules/.package-lock.json': '{}',
    }))
      await write(path, text);
    await build();
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }

  const countBuilds = async (): Promise<number> =>
    (await readFile(join(folder, 'builds'), 'utf8')).split('\n').length - 1;

  function begin() {
    return spawn(process.execPath, ['scripts/build.mjs', '--if-needed'], { cwd: folder, detached: true });
  }

  async function build(): Promise<{ code: number | null; output: string }> {
    const child = begin();
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output };
  }

  /** What the next build says, and whether it built; the one after it must not build again. */
  async function expectBuild(reason: RegExp): Promise<void> {
    const before = await countBuilds();
    const { code, output } = await build();
    expect([code, output, await countBuilds()]).toEqual([0, expect.stringMatching(reason), before + 1]);
    expect([await build(), await countBuilds()]).toEqual([{ code: 0, output: '' }, before + 1]);
  }

  it('builds the first time, says so, and not again, whatever the times of the files', async () => {
    expect(await countBuilds()).toBe(1);
    await utimes(join(folder, 'src/main.ts'), new Date(), new Date(Date.now() + 60_000));
    expect([await build(), await countBuilds()]).toEqual([{ code: 0, output: '' }, 1]);
    await rm(join(folder, 'dist'), { recursive: true });
    await expectBuild(/Building Almagest: it has not been built here yet/);
  });

  it.each([
    'src/main.ts',
    'src/other/a.ts',
    'src/other/new.ts',
    'migrations/1-a.ts',
    'migrations/2-b.ts',
    'console/index.html',
    'console/src/new.tsx',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'nest-cli.json',
    'node_modules/.package-lock.json',
  ])('builds when %s is changed or new, also with an old time', async (path) => {
    await write(path, '{"x":1}');
    await utimes(join(folder, path), new Date(0), new Date(0));
    await expectBuild(/the sources or packages have changed/);
  });

  it('builds when a source is gone, and not when a test is changed', async () => {
    await rm(join(folder, 'src/other/a.ts'));
    await expectBuild(/the sources or packages have changed/);
    await write('src/other/a.spec.ts', 'test');
    expect(await build()).toEqual({ code: 0, output: '' });
  });

  it('builds again after a build that failed, and says that it failed', async () => {
    await write('src/main.ts', 'broken');
    for (let attempt = 0; attempt < 2; attempt++) {
      const { code, output } = await build();
      expect([code, output]).toEqual([1, expect.stringContaining('Almagest could not be built')]);
    }
    await write('src/main.ts', 'one'); // as it was built before
    await expectBuild(/the last build was not finished/);
  });

  it('builds again after a build that was killed', async () => {
    await write('src/main.ts', 'slow');
    const child = begin();
    await eventually('the build has begun', async () => (await countBuilds()) === 2);
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await once(child, 'close');
    await write('src/main.ts', 'one');
    await expectBuild(/has not been built here yet|the last build was not finished/);
  });

  it('builds again when a source was changed while it was built', async () => {
    await write('src/main.ts', 'changed while it is built');
    await build();
    await expectBuild(/the sources or packages have changed/);
  });

  it('builds again when a built file is missing or cut short', async () => {
    await writeFile(join(folder, 'dist/src/main.js'), '');
    await expectBuild(/files of the last build are missing or changed/);
    await rm(join(folder, 'dist/src/main.js'));
    await expectBuild(/files of the last build are missing or changed/);
  });

  it('builds again with another Node.js', async () => {
    const path = join(folder, 'dist/.build-state.json');
    const state = JSON.parse(await readFile(path, 'utf8')) as { node: string };
    await writeFile(path, JSON.stringify({ ...state, node: 'v20.0.0' }));
    await expectBuild(/built with Node\.js v20\.0\.0, and this is/);
  });
});
