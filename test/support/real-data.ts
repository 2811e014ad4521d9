import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../shared/data');

/**
 * A suite over real files, which are no part of the project: without them it prints one line.
 * `read` returns the bytes of a file.
 */
export function describeRealData(name: string, suite: (read: (file: string) => Buffer) => void): void {
  if (existsSync(FOLDER)) {
    describe(name, () => suite((file) => readFileSync(join(FOLDER, file))));
    return;
  }
  describe(name, () => {
    it('has nothing to read on this machine, and says so', () => {
      process.stdout.write(
        `${name}: the real files are not here (../shared/data), so this suite reads none.\n`,
      );
      expect(existsSync(FOLDER)).toBe(false);
    });
  });
}
