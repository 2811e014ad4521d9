import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '../../..');
const REAL_FILES = join(ROOT, '../shared/data');
const CORPUS = join(dirname(require.resolve('csv-spectrum/package.json')), 'csvs');
const RESOURCES = join(ROOT, 'src/resources');
const CSV = /\.(?:csv|tsv|txt|out)$/;

/** Files of one origin. */
export interface FileGroup {
  readonly name: string;
  /** They are no part of the project, and may be missing. */
  readonly isOptional: boolean;
  readonly files: readonly SniffedFile[];
}

/** A file, and the short name by which it is listed. */
export interface SniffedFile {
  readonly name: string;
  readonly path: string;
}

function filesIn(base: string, ...folders: string[]): SniffedFile[] {
  return folders
    .map((folder) => join(base, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((path) => CSV.test(path))
    .toSorted()
    .map((path) => ({ name: relative(base, path), path }));
}

const fixtures = readdirSync(RESOURCES).flatMap((name) => [`${name}/fixtures/ok`, `${name}/fixtures/not-ok`]);

/** The files that `inspect` and DuckDB both read. */
export const FILE_GROUPS: readonly FileGroup[] = [
  { name: 'real files', isOptional: true, files: filesIn(REAL_FILES, '.', 'vendor') },
  {
    name: 'inputs of the tests',
    isOptional: false,
    files: filesIn(join(ROOT, 'test/fixtures/inputs'), 'ok', 'not-ok'),
  },
  {
    name: 'files of the built-in profiles',
    isOptional: false,
    files: filesIn(join(ROOT, 'test/fixtures/profiles'), 'ok', 'not-ok'),
  },
  { name: 'examples of the resources', isOptional: false, files: filesIn(RESOURCES, ...fixtures) },
  { name: 'the corpus csv-spectrum', isOptional: false, files: filesIn(CORPUS, '.') },
];
