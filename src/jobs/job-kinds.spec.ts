import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of kinds of job: their tables, names, queues, constants and folders. */
const NAMES_OF_KINDS =
  /(import|export)_|['"`](import|export)s?['"`]|\b(IMPORT|EXPORT)_|\.\.\/(imports|exports)/;

describe('The modules of jobs', () => {
  it('name no kind of job, so that a new kind needs no change in them', () => {
    const files = readdirSync(__dirname).filter((name) => !name.endsWith('.spec.ts'));
    expect(files).toContain('claim.ts');
    const named = files.flatMap((name) =>
      readFileSync(join(__dirname, name), 'utf8')
        .split('\n')
        .filter((line) => NAMES_OF_KINDS.test(line))
        .map((line) => `${name}: ${line}`),
    );
    expect(named).toEqual([]);
  });
});
