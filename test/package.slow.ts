import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = join(__dirname, '..');

/** A checkout after a build and some use: an example of each thing in one. */
const NEEDED = [
  'dist/src/cli/main.js',
  'dist/src/main.js',
  'dist/migrations/1764000001000-workspaces.js',
  'dist/console/index.html',
  'dist/console/assets/index-abc.js',
  'docs/command-line.md',
  'docs/openapi.json',
  'examples/client.py',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
];
const LEFT_OUT = [
  'data/token',
  'dist/src/main.js.map',
  'src/main.ts',
  'console/src/main.tsx',
  'test/cli.e2e.ts',
  'bench/run.ts',
  'scripts/build.mjs',
  'migrations/1764000001000-workspaces.ts',
  'CONTRIBUTING.md',
  '.editorconfig',
  '.nvmrc',
  'Dockerfile',
  'eslint.config.mjs',
  'knip.jsonc',
  '.env',
];

describe('the package that npm pack writes', () => {
  let folder: string;
  let listed: string[];
  let description: Record<string, unknown> & { bin: { almagest: string }; scripts: Record<string, string> };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almagest-package-'));
    for (const path of [...NEEDED, ...LEFT_OUT]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), '');
    }
    for (const path of ['package.json', '.gitignore']) await cp(join(ROOT, path), join(folder, path));
    description = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as typeof description;
    const pack = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'];
    const [packed] = JSON.parse((await run('npm', pack, { cwd: folder })).stdout) as {
      files: { path: string }[];
    }[];
    listed = packed?.files.map(({ path }) => path) ?? [];
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('contains what the server and the command line need, and the docs', () => {
    expect(listed).toEqual(expect.arrayContaining([...NEEDED, 'package.json', description.bin.almagest]));
  });

  it('contains no token, no source and no test', () => {
    expect(listed.filter((path) => LEFT_OUT.includes(path))).toEqual([]);
  });

  it('has a command that can be run in the checkout too, after each build', async () => {
    const { bin, scripts } = description;
    expect(scripts['build:steps']).toContain('npm run --silent build:bin');
    expect(scripts['build']).toBe('node scripts/build.mjs'); // which runs build:steps: test/build.slow.ts
    await run('npm', ['run', 'build:bin'], { cwd: folder });
    expect((await stat(join(folder, bin.almagest))).mode & 0o111).toBe(0o111);
  });

  it('contains nothing else', () => {
    const expected = [...NEEDED, 'package.json'];
    expect(listed.toSorted()).toEqual(expected.toSorted());
  });

  it('has a version with a dated section in the changelog', async () => {
    const version = String(description['version']).replaceAll('.', '\\.');
    const changelog = await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8');
    expect(changelog).toMatch(new RegExp(`^## \\[${version}\\] - \\d{4}-\\d{2}-\\d{2}$`, 'm'));
  });

  it('is built anew each time, and published by nobody by mistake', () => {
    expect(description.scripts['prepack']).toContain('npm run --silent build');
    expect(description['private']).toBe(true);
  });
});
