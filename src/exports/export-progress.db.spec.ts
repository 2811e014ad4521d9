import { ExportHarness } from '../../test/support/export-harness';
import { ImportHarness } from '../../test/support/import-harness';
import { eventually } from '../../test/support/eventually';
import { FILE_FORMATS } from '../formats/format';

const RECORDS = 30_000;
/** Far more in all than the connection holds between Postgres and the reader. */
const NAME = `repeat('x', 1000)`;
const NAME_OF_LINES = `repeat(E'x\\n', 500)`;

/** Reports at every chunk, so that what a client sees is what was done. */
describe('The progress of an export', () => {
  let harness: ImportHarness;
  let exports: ExportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start({ progressMs: 0 });
    exports = new ExportHarness(harness);
    await harness.addType('equity', 'isin');
  });
  afterEach(() => harness.stop());

  /** Instruments of which the planner knows one, each with the name that `name` returns. */
  async function generateUnknown(name: string): Promise<void> {
    await harness.database.query(`ALTER TABLE instruments SET (autovacuum_enabled = false)`);
    await exports.generate(1);
    await harness.database.query(`ANALYZE instruments`);
    await exports.generate(RECORDS - 1, 2);
    await harness.database.query(`UPDATE instruments SET name = ${name}`);
  }

  const isCounting = async (): Promise<boolean> =>
    (
      await harness.database.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'almagest:export:%:count'`,
      )
    ).length > 0;

  /** Runs an export whose reader looks at its progress at each chunk, from when its records are counted. */
  async function observe(
    wanted: Parameters<ExportHarness['queue']>[0],
  ): Promise<{ id: string; seen: number[] }> {
    const id = await exports.queue(wanted);
    const seen: number[] = [];
    const { storage } = harness;
    const put = storage.put.bind(storage);
    const spy = jest.spyOn(storage, 'put').mockImplementation((key, source) => put(key, look(source)));
    async function* look(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
      for await (const chunk of source) {
        if (seen.length === 3) await eventually('the records are counted', async () => !(await isCounting()));
        seen.push((await exports.job(id)).progress ?? -1);
        yield chunk;
      }
    }
    await exports.run(await exports.claim(id));
    spy.mockRestore();
    return { id, seen };
  }

  it.each(FILE_FORMATS)('follows the records copied in %s, whatever the planner thinks', async (format) => {
    await generateUnknown(NAME);
    const { id, seen } = await observe({ format });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const between = new Set(seen.filter((percent) => percent > 0 && percent < 99));
    expect(between.size).toBeGreaterThan(10);
    expect(seen.filter((percent) => percent === 99).length).toBeLessThan(seen.length / 2);
    expect(Math.max(...seen)).toBeLessThan(100);
    expect(await exports.job(id)).toMatchObject({ status: 'completed', progress: 100, row_count: RECORDS });
  });

  it('counts what the filter and the snapshot of the export have, and no line break inside a cell', async () => {
    await generateUnknown(NAME_OF_LINES);
    const half = { field: 'identifier', op: 'lt', value: `n${String(RECORDS / 2).padStart(8, '0')}` };
    const { id, seen } = await observe({ filter: half });
    const between = new Set(seen.filter((percent) => percent > 0 && percent < 99));
    expect(between.size).toBeGreaterThan(5);
    expect(await exports.job(id)).toMatchObject({ status: 'completed', row_count: RECORDS / 2 - 1 });
  });

  it('leaves no connection that counts behind when the export fails', async () => {
    await generateUnknown(NAME);
    const spy = jest.spyOn(harness.storage, 'put').mockImplementation(async (_, source) => {
      let chunks = 0;
      for await (const chunk of source) if (chunk.length > 0 && ++chunks === 3) throw new Error('broken');
      throw new Error('not reached');
    });
    const id = await exports.queue();
    await expect(exports.run(await exports.claim(id))).rejects.toThrow('broken');
    spy.mockRestore();
    expect(await isCounting()).toBe(false);
    expect(await exports.export()).toContain(`n${String(RECORDS).padStart(8, '0')}`);
  });
});
