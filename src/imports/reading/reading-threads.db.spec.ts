import { readdir, readFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { Readable } from 'node:stream';
import { ImportHarness } from '../../../test/support/import-harness';
import { SourceReadingThreads } from '../../../test/support/source-reading-threads';
import { readSettings } from '../../config/settings';
import type { Sql } from '../../database/sql';
import { DEFAULT_LIMITS, type FileFormat } from '../../formats/format';
import { loadTypes } from '../../records/load-types';
import { newReading, type FileReading, openReading, type ReadingContext } from './reading-context';
import type { PreparedBatch } from './prepared-batch';
import { readRecords } from './read-records';
import { workerRequest, type WorkerRequest } from './reading-protocol';

describe('reading a file in a thread of its own', () => {
  let harness: ImportHarness;
  const threads = new SourceReadingThreads(readSettings({}));

  beforeAll(async () => {
    harness = await ImportHarness.start();
    await harness.addType('equity', 'isin:text', 'lot:number');
    await harness.addSeries('close');
    await harness.import({ file: 'identifier,name,type_id\na,A,equity\nb,B,equity\n' });
    // So that no key is reserved for a row that is to be made: it would be another one each time.
    const file = 'instrument_id,type_id,timestamp,value\na,close,2000-01-01,1\nb,close,2000-01-01,1\n';
    await harness.import({ file, resourceType: 'time_series_values' });
  });

  afterAll(async () => {
    await threads.onApplicationShutdown();
    await harness.stop();
  });

  async function open(resourceType: string, format: FileFormat = 'csv'): Promise<ReadingContext> {
    const { registry, workspaceId, inside } = harness;
    return openReading({
      workspaceId,
      request: {
        resourceType,
        format,
        onError: 'continue',
        identifierColumn: null,
        spreadsheetSafe: false,
        mapping: {},
        defaults: {},
        options: {},
      },
      limits: { ...DEFAULT_LIMITS, batchBytes: 500 },
      registry,
      matches: [],
      types: await loadTypes(inside, registry, registry.get(resourceType), workspaceId),
      pool: inside,
    });
  }

  function orderOf(context: ReadingContext): WorkerRequest {
    const order = workerRequest(context);
    if (order === null) throw new Error(`${context.request.resourceType} cannot be read in a thread.`);
    return order;
  }

  const inPieces = (text: string): Readable =>
    Readable.from(text.match(/[^]{1,700}/g) ?? [], { objectMode: true }).map((piece: string) =>
      Buffer.from(piece),
    );

  async function collect(batches: AsyncIterable<PreparedBatch>, reading: FileReading): Promise<unknown> {
    const seen = [];
    for await (const { rows, errors, ...batch } of batches) {
      const lines = [rows, errors].map(({ bytes, count }) => [count, Buffer.from(bytes).toString()]);
      seen.push({ ...batch, lines });
    }
    return { seen, reading };
  }

  async function bothWays(
    text: string,
    resourceType: string,
    format?: FileFormat,
  ): Promise<[unknown, unknown]> {
    const here = newReading();
    const there = newReading();
    return [
      await collect(readRecords(await open(resourceType, format), inPieces(text), here), here),
      await collect(
        threads.read(orderOf(await open(resourceType, format)), inPieces(text), harness.inside, there),
        there,
      ),
    ];
  }

  const rows = (count: number, line: (row: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index + 1)).join('');

  it.each<[string, string, string, FileFormat]>([
    [
      'rows with custom fields, quotes, unknown columns and errors',
      `identifier,name,type_id,isin,lot,colour\n${rows(300, (row) => `i${row},"N, ""${row}""",${row % 7 ? 'equity' : 'nothing'},X${row},${row % 5 ? '1.10' : 'x'},red\n`)}`,
      'instruments',
      'csv',
    ],
    [
      'keys that do not ascend',
      `instrument_id,type_id,timestamp,value\na,close,2026-01-02,1.10\na,close,2026-01-01,1.20\n${rows(90, (row) => `b,close,20${row + 10}-01-01,${row}\n`)}`,
      'time_series_values',
      'csv',
    ],
    [
      'numbers of JSON, digit for digit',
      `[${rows(99, (row) => `{"identifier":"j${row}","name":"J","type_id":"equity","custom_fields":{"lot":1.10}},\n`)}{"identifier":"last","nome":1}]`,
      'instruments',
      'json',
    ],
    ['a file that breaks off', '{"identifier":"a"}\n{"identifier":', 'instruments', 'ndjson'],
    ['a header that cannot be bound', 'name,colour\na,b\n', 'instruments', 'csv'],
    ['no byte at all', '', 'instruments', 'csv'],
  ])('gives the same as reading it here: %s', async (_name, text, resourceType, format) => {
    const [here, there] = await bothWays(text, resourceType, format);
    expect(there).toEqual(here);
  });

  it('serves one file after the other, though the first was not read to its end', async () => {
    const broken = `[{"identifier":"a"},{,\n${rows(200, () => '{"identifier":"b"},')}]`;
    for (let file = 0; file < 2; file++) {
      const [here, there] = await bothWays(broken, 'instruments', 'json');
      expect(there).toEqual(here);
    }
  });

  it('throws what a look-up threw, and reads the next file all the same', async () => {
    const context = await open('instruments');
    const lost = new Error('the connection is gone');
    const pool: Sql = { query: () => Promise.reject(lost) };
    const text = 'identifier,name,type_id\na,A,equity\n';
    const reading = newReading();
    const read = collect(threads.read(orderOf(context), inPieces(text), pool, reading), reading);
    await expect(read).rejects.toBe(lost);
    const [here, there] = await bothWays(text, 'instruments');
    expect(there).toEqual(here);
  });

  it('throws what the file threw', async () => {
    const torn = new Error('torn');
    const source = (async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('identifier,name,type_id\na,A,equity\n');
      await Promise.reject(torn);
    })();
    const reading = newReading();
    const order = orderOf(await open('instruments'));
    await expect(collect(threads.read(order, source, harness.inside, reading), reading)).rejects.toBe(torn);
  });

  it('throws when the thread itself fails', async () => {
    const order = orderOf(await open('instruments'));
    const reading = newReading();
    const broken = { ...order, resources: [] };
    await expect(
      collect(threads.read(broken, inPieces('a\n'), harness.inside, reading), reading),
    ).rejects.toThrow('There is no resource instruments');
  });

  it('stops reading with the one who asked for the batches', async () => {
    const text = `identifier,name,type_id\n${rows(2_000, (row) => `s${row},S,equity\n`)}`;
    const order = orderOf(await open('instruments'));
    const reading = newReading();
    for await (const { lastRow } of threads.read(order, inPieces(text), harness.inside, reading)) {
      if (lastRow > 0) break;
    }
    expect(reading).toMatchObject({ whole: false, fileError: null });
    expect(reading.lastRow).toBeLessThan(100);
  });

  it('comes second to the process, which keeps its priority', async () => {
    const before = getPriority();
    await bothWays('identifier,name,type_id\na,A,equity\n', 'instruments');
    expect(getPriority()).toBe(before);
    if (process.platform !== 'linux') return; // elsewhere threads have no priority of their own
    expect(await niceOfThreads()).toContain(Math.min(19, before + 5));
  });

  it('imports a large file the same as a small one', async () => {
    const file = `instrument_id,type_id,timestamp,value\n${rows(9_000, (row) => `a,close,${2000 + Math.floor(row / 300)}-${String(1 + (Math.floor(row / 30) % 10)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}T00:00:${String(row % 60).padStart(2, '0')}Z,${row === 5_000 ? 'x' : `${row}.10`}\n`)}`;
    const job = await harness.import({ file, resourceType: 'time_series_values', onError: 'continue' });
    expect(job).toMatchObject({ status: 'completed', row_count: 9_000 });
    expect(job.created_count + job.failed_count + job.unchanged_count + job.updated_count).toBe(9_000);
    expect(job.created_count).toBeGreaterThan(0);
    expect(job.failed_count).toBeGreaterThan(0);
  });
});

/** The nice values of all threads of this process, as Linux reports them; NaN for one that ended meanwhile. */
async function niceOfThreads(): Promise<number[]> {
  const ids = await readdir('/proc/self/task');
  const stats = await Promise.all(
    ids.map((id) => readFile(`/proc/self/task/${id}/stat`, 'utf8').catch(() => '')),
  );
  return stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]));
}
