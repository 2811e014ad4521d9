import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { FILE_FORMATS, type FileFormat } from '../../../src/formats/format';
import type { ResourceDescription } from '../../../src/catalog/resource';
import type { Upload } from '../workspace-client';

const RESOURCES_FOLDER = join(__dirname, '../../../src/resources');

/** A row error as a fixture records it: row, column, code. */
export type RecordedError = readonly [row: number | null, column: string | null, code: string];

/** A file that the folder of a resource brings. */
export interface Fixture {
  /** The file's name as the sentence that it is. */
  readonly sentence: string;
  readonly path: string;
  readonly format: FileFormat;
  /** Fields of the form: `<name>.form.json` beside the file. */
  readonly form: Partial<Upload>;
  /** What `<name>.errors.json` beside the file records. */
  readonly errors: readonly RecordedError[];
}

/** Records that a folder's files need: `setup.json`, in the order in which they are made. */
export interface SetupRecord {
  readonly path: string;
  readonly body: object;
}

/** The fixtures folder of a resource; null when it brings none. */
function fixturesFolder({ name }: ResourceDescription): string | null {
  const description = `${name.replaceAll('_', '-')}.resource.ts`;
  const folder = readdirSync(RESOURCES_FOLDER).find((candidate) =>
    existsSync(join(RESOURCES_FOLDER, candidate, description)),
  );
  if (folder === undefined) throw new Error(`No folder of src/resources has a ${description}.`);
  const fixtures = join(RESOURCES_FOLDER, folder, 'fixtures');
  return existsSync(fixtures) ? fixtures : null;
}

/** The files that must import, or must not. */
export function readFixtures(resource: ResourceDescription, kind: 'ok' | 'not-ok'): Fixture[] {
  const folder = fixturesFolder(resource);
  if (folder === null || !existsSync(join(folder, kind))) return [];
  const names = readdirSync(join(folder, kind)).filter((name) => !/\.(form|errors)\.json$/.test(name));
  return names.sort().map((name) => readFixture(join(folder, kind), name, kind));
}

function readFixture(folder: string, name: string, kind: 'ok' | 'not-ok'): Fixture {
  const format = FILE_FORMATS.find((candidate) => extname(name) === `.${candidate}`);
  if (format === undefined) throw new Error(`${join(folder, name)} is neither CSV nor JSON nor NDJSON.`);
  const stem = join(folder, basename(name, extname(name)));
  return {
    sentence: `${basename(name, extname(name)).replaceAll('-', ' ')} (${format})`,
    path: join(folder, name),
    format,
    form: existsSync(`${stem}.form.json`) ? (readJson(`${stem}.form.json`) as Partial<Upload>) : {},
    errors: kind === 'ok' ? [] : (readJson(`${stem}.errors.json`) as RecordedError[]),
  };
}

/** What a folder wants made before its files; null when it leaves that to its description. */
export function readSetup(resource: ResourceDescription): SetupRecord[] | null {
  const path = join(fixturesFolder(resource) ?? '', 'setup.json');
  return existsSync(path) ? (readJson(path) as SetupRecord[]) : null;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
