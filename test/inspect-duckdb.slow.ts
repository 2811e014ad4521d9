import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare, type Comparison } from './support/sniffing/compare';
import { DIFFERENCES } from './support/sniffing/differences';
import { FILE_GROUPS } from './support/sniffing/files';
import { DuckDb } from './support/sniffing/read-duckdb';
import { readInspected } from './support/sniffing/read-inspected';
import { readSummaries, summarise, writeSummary } from './support/sniffing/summary';

/** `UPDATE_SNIFFING=1` writes the numbers of docs/files.md anew. */
const IS_UPDATE = process.env.UPDATE_SNIFFING === '1';

/** What `inspect` proposes for a file, against what the sniffer of DuckDB finds: every cell is compared. */
describe('Inspection reads as DuckDB does', () => {
  let folder: string;
  let duckDb: DuckDb;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almagest-duckdb-'));
    duckDb = await DuckDb.open(folder);
  });
  afterAll(async () => {
    duckDb.close();
    await rm(folder, { recursive: true });
  });

  describe.each(FILE_GROUPS.filter(({ files }) => files.length > 0))('$name', ({ name, files }) => {
    const compared: Comparison[] = [];

    it.each(files)('$name', async ({ name: file, path }) => {
      const bytes = await readFile(path);
      const ours = await readInspected(bytes);
      const encoding = 'encoding' in ours ? ours.encoding : 'utf-8';
      const comparison = compare(ours, await duckDb.read(path, bytes, encoding));
      compared.push(comparison);
      const listed = DIFFERENCES.find((one) => one.files.includes(file));
      if (listed === undefined) {
        expect(comparison).toMatchObject({
          outcome: expect.stringMatching(/^(?:same|only_inspect|neither)$/),
        });
      } else {
        const { outcome, shows } = listed;
        expect(comparison).toMatchObject({ outcome, detail: expect.stringMatching(shows) });
      }
    });

    it('comes to the numbers in docs/files.md', () => {
      const summary = summarise(compared);
      if (IS_UPDATE) writeSummary(name, summary);
      expect(readSummaries()[name]).toEqual(summary);
    });
  });

  it('names the files that are not here', () => {
    for (const { name, files } of FILE_GROUPS) {
      if (files.length === 0) process.stdout.write(`${name}: none is here, so none is read.\n`);
    }
    expect(FILE_GROUPS.filter(({ files, isOptional }) => files.length === 0 && !isOptional)).toEqual([]);
  });

  it('has no listed file that is gone, and none twice', () => {
    const here = FILE_GROUPS.flatMap(({ files }) => files.map(({ name }) => name));
    const listed = DIFFERENCES.flatMap(({ files }) => files);
    const isComplete = FILE_GROUPS.every(({ files }) => files.length > 0);
    if (isComplete) expect(listed.filter((file) => !here.includes(file))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
    expect(new Set(here).size).toBe(here.length);
  });
});
