import * as fc from 'fast-check';
import { Readable } from 'node:stream';
import type { FileFormat } from '../src/formats/format';
import { FINAL_STATUSES } from './support/final-statuses';
import { ImportHarness, type HarnessImport } from './support/import-harness';
import { interruptImport } from './support/interrupt-import';
import { writeFile, type Row } from './support/resource-contract/write-file';

jest.setTimeout(300_000);

/**
 * Rows of which many are wrong, and many name the same record: an import has to separate them.
 */
const text = fc.oneof(
  fc.constantFrom('', 'A', 'é, "ü"', 'a\nb', 'a\r\nb', ' x ', "'=1+1", '😀', 'a\0b', '\\N'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const row: fc.Arbitrary<Row> = fc.record({
  identifier: fc.oneof(
    { weight: 12, arbitrary: fc.nat({ max: 25 }).map((n) => `i${n}`) },
    { weight: 1, arbitrary: fc.constantFrom('', ' outer', 'e\u0301', 'x'.repeat(256)) },
  ),
  name: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('A', 'B') }, { weight: 1, arbitrary: text }),
  type_id: fc.constantFrom('equity', 'equity', 'equity', 'bond', 'bond', 'nope', ''),
  isin: text,
  shares: fc.constantFrom('', '', '1', '1.10', '1e5', '-0', '1.', '1e400', 'x'),
  listed: fc.constantFrom('', '', '2026-01-31', '2024-02-29', '2026-02-30', '31.01.2026'),
  active: fc.constantFrom('', '', 'true', 'FALSE', 'yes'),
  coupon: fc.constantFrom('', '', '0.125', '5', '5%'),
  extras: fc.constantFrom('', '', '{"a":1.10}', '{"a":{"b":[1,"\\u00e9"]}}', '{"a":1,"a":2}', '[1]', '{'),
  archived_at: fc.constantFrom('', '', '', '2026-01-31T16:00:00Z', 'yesterday'),
});
const rows = fc.array(row, { minLength: 1, maxLength: 25 });
const onError = fc.constantFrom<'abort' | 'continue'>('abort', 'continue');
const format = fc.constantFrom<FileFormat>('csv', 'json', 'ndjson');
const cut = fc.record({
  batchBytes: fc.constantFrom(1, 50, 300, 65_536),
  batchRows: fc.constantFrom(1, 2, 3, 7, 20_000),
  chunkBytes: fc.constantFrom(1, 13, 1_000, 65_536),
});

describe('An import, whatever the file', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start();
    await harness.addType('equity', 'isin', 'shares:number', 'listed:date', 'active:boolean');
    await harness.addType('bond', 'coupon:number!', 'isin');
  });
  afterAll(() => harness.stop());

  /**
   * Imports into a table that holds `before` and nothing else, by `work`; returns everything that
   * can be seen of it.
   */
  async function outcome(
    before: readonly Row[],
    wanted: HarnessImport,
    work: (id: string) => Promise<void> = (id) => harness.work(id),
  ): Promise<Record<string, unknown>> {
    await harness.database.query('TRUNCATE instruments CASCADE');
    if (before.length > 0) await harness.import({ file: writeFile('csv', before), onError: 'continue' });
    const id = await harness.queue(wanted);
    await work(id);
    const job = await harness.job(id);
    expect(FINAL_STATUSES).toContain(job.status);
    const errors = await harness.database.query<{ row: number; column: string; code: string }>(
      `SELECT "row", "column", code FROM import_row_errors WHERE job_id = $1 ORDER BY seq`,
      [id],
    );
    const { status, row_count, processed_count, created_count, updated_count } = job;
    const { unchanged_count, failed_count, skipped_count, unprocessed_count, error_count } = job;
    if (row_count !== null) {
      const applied = created_count + updated_count + unchanged_count;
      expect(applied + failed_count + skipped_count + (unprocessed_count ?? 0)).toBe(row_count);
    }
    expect([errors.length, new Set(errors.map((error) => error.row)).size]).toEqual([
      error_count,
      failed_count,
    ]);
    return {
      ...{ status, row_count, processed_count, created_count, updated_count, unchanged_count },
      ...{ failed_count, unprocessed_count, error_count },
      errors: errors.map((error) => [error.row, error.column, error.code]),
      table: await harness.instruments(),
    };
  }

  /**
   * Runs `work` under other settings, and with a storage that gives the file in chunks of this
   * size.
   */
  async function under<T>(
    { chunkBytes, ...settings }: { batchBytes: number; batchRows: number; chunkBytes: number },
    work: () => Promise<T>,
  ): Promise<T> {
    const usual = { ...harness.settings };
    Object.assign(harness.settings, settings);
    const open = harness.storage.open.bind(harness.storage);
    const spy = jest.spyOn(harness.storage, 'open').mockImplementation(async (key) => {
      const chunks: Buffer[] = [];
      for await (const chunk of await open(key)) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      const count = Math.ceil(bytes.length / chunkBytes);
      return Readable.from(
        Array.from({ length: count }, (_, index) =>
          bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes),
        ),
      );
    });
    try {
      return await work();
    } finally {
      spy.mockRestore();
      Object.assign(harness.settings, usual);
    }
  }

  it('comes to the same, however it is cut into chunks, batches and transactions, in CSV, JSON and NDJSON', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, onError, format, cut, async (before, given, mode, form, cuts) => {
        const plain = await outcome(before, { file: writeFile('csv', given), onError: mode });
        const other = { file: writeFile(form, given), format: form, onError: mode };
        expect(await under(cuts, () => outcome(before, other))).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it('comes to the same, wherever its attempts are interrupted', async () => {
    const small = cut.map((cuts) => ({ ...cuts, batchBytes: 50, batchRows: Math.min(cuts.batchRows, 3) }));
    const mostlyOn = fc.constantFrom<'abort' | 'continue'>('abort', 'continue', 'continue', 'continue');
    let interrupted = 0;
    const steps = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        rows,
        mostlyOn,
        steps,
        small,
        async (before, given, mode, interruptions, cuts) => {
          const wanted = { file: writeFile('csv', given), onError: mode };
          const plain = await outcome(before, wanted);
          const disturbed = await under(cuts, () =>
            outcome(before, wanted, async (id) => {
              for (const step of interruptions) {
                await interruptImport(harness, id, step);
                if (FINAL_STATUSES.includes((await harness.job(id)).status)) return;
                interrupted++;
              }
              await harness.work(id);
            }),
          );
          expect(disturbed).toEqual(plain);
        },
      ),
      { numRuns: 30 },
    );
    expect(interrupted).toBeGreaterThan(5);
  });

  it('is foretold by a dry run, which changes nothing, and changes nothing when it comes again', async () => {
    await fc.assert(
      fc.asyncProperty(rows, rows, onError, async (before, given, mode) => {
        const wanted = { file: writeFile('csv', given), onError: mode };
        const { table: untouched, ...foretold } = await outcome(before, { ...wanted, dryRun: true });
        const { table, ...done } = await outcome(before, wanted);
        expect(foretold).toEqual(done);
        expect(untouched).toEqual((await outcome(before, { file: 'identifier\n' })).table);

        await outcome(before, wanted);
        const again = await harness.import(wanted);
        expect(await harness.instruments()).toEqual(table);
        if (mode === 'abort' && again.status === 'failed') expect(table).toEqual(untouched);
      }),
      { numRuns: 15 },
    );
  });
});
