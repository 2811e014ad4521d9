import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';
import swc from '../support/swc-options.cjs';

const ROOT = join(__dirname, '../..');

/**
 * Compiles the current sources of the application into `folder`, so that many processes of it start
 * quickly; returns its main file.
 */
export async function compileApp(folder: string): Promise<string> {
  await cp(join(ROOT, 'package.json'), join(folder, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const space of ['src', 'migrations']) {
    const entries = await readdir(join(ROOT, space), { recursive: true });
    const files = entries.filter((name) => /(?<!\.d)(?<!\.spec)\.ts$/.test(name));
    await Promise.all(files.map((name) => compile(join(space, name), folder)));
  }
  return join(folder, 'src/main.js');
}

async function compile(path: string, folder: string): Promise<void> {
  const { code } = await transformFile(join(ROOT, path), { ...swc, swcrc: false });
  const target = join(folder, path.replace(/\.ts$/, '.js'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
}
