import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { makeTestFolder } from './test-servers';

const ROOT = join(__dirname, '../..');
const SOURCES = ['src', 'migrations', 'test', 'scripts'];
const CONFIGURATION = /^(package|nest-cli|tsconfig.*|\.prettierrc)\.json$|\.(cjs|mjs)$|^\.prettierignore$/;

/** How a command ended. */
export interface CommandResult {
  code: number;
  output: string;
}

/** A second checkout of the project, in which a test may change sources. */
export class CheckoutCopy {
  private constructor(readonly folder: string) {}

  /** Copies the sources as they are now; the packages are shared. */
  static async make(): Promise<CheckoutCopy> {
    const folder = await makeTestFolder();
    const configuration = (await readdir(ROOT)).filter((name) => CONFIGURATION.test(name));
    for (const name of [...SOURCES, ...configuration])
      await cp(join(ROOT, name), join(folder, name), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    return new CheckoutCopy(folder);
  }

  /**
   * Runs `node` in the copy, with nothing of our environment, and returns how it ended and all that
   * it printed.
   */
  node(...args: string[]): Promise<CommandResult> {
    const options = { cwd: this.folder, env: { PATH: process.env.PATH }, maxBuffer: 16 * 1_048_576 };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, args, options, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
      );
    });
  }

  /** The text of every source file by its path, to see what changed. */
  async sources(): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    for (const source of SOURCES) {
      const entries = await readdir(join(this.folder, source), { recursive: true, withFileTypes: true });
      for (const entry of entries.filter((candidate) => candidate.isFile())) {
        const path = join(entry.parentPath, entry.name);
        texts.set(path.slice(this.folder.length + sep.length), await readFile(path, 'utf8'));
      }
    }
    return texts;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}
