import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatSql } from './format-sql';

/** A statement of a snapshot file: what it is for, its text, and its parameters where they are part of what is shown. */
export interface SnapshotStatement {
  readonly title: string;
  readonly text: string;
  readonly params?: readonly unknown[];
}

const UPDATE = 'UPDATE_SQL_SNAPSHOTS';
const ADVICE = `Review the change, then rewrite the files with ${UPDATE}=1 npx jest`;

/**
 * The SQL that a part of the catalog generates, as formatted files in a folder beside the tests: who changes a generator
 * sees in the diff what changes for each resource. `matches` fails for a file that is stale; with `UPDATE_SQL_SNAPSHOTS=1`
 * in the environment it writes the file instead.
 *
 *     const snapshots = new SqlSnapshots(path.join(__dirname, 'sql-snapshots'));
 *     it('…', () => snapshots.matches('instruments.classify', [{ title: 'all rows', text, params }]));
 *     it('has no other files', () => snapshots.hasNoOthers());
 */
export class SqlSnapshots {
  private readonly names = new Set<string>();

  /** `folder` is absolute; it holds nothing but these files. */
  constructor(private readonly folder: string) {}

  /** Compares the statements with `<name>.sql`, or writes it. */
  matches(name: string, statements: readonly SnapshotStatement[]): void {
    const file = `${name}.sql`;
    this.names.add(file);
    const text = statements.map(section).join('\n');
    const target = path.join(this.folder, file);
    const stored = existsSync(target) ? readFileSync(target, 'utf8') : null;
    if (stored === text) return;
    if (process.env[UPDATE] === '1') {
      mkdirSync(this.folder, { recursive: true });
      writeFileSync(target, text);
      return;
    }
    expect({ file, advice: ADVICE, text }).toEqual({ file, advice: ADVICE, text: stored });
  }

  /** Call it last: a file that no test compares is stale too. Removes such files when it may write. */
  hasNoOthers(): void {
    const others = readdirSync(this.folder).filter((file) => !this.names.has(file));
    if (process.env[UPDATE] === '1') for (const file of others) rmSync(path.join(this.folder, file));
    else expect(others).toEqual([]);
  }
}

function section({ title, text, params = [] }: SnapshotStatement): string {
  const values = params.map((value, index) => `--   $${index + 1} = ${JSON.stringify(value)}\n`);
  return `-- ${title}\n${values.join('')}${formatSql(text)}\n`;
}
