import { EXPORT_KIND } from '../export-kind';
import type { Sql } from '../../database/sql';
import { percentOf, ExportProgress } from './export-progress';

const job = { kind: EXPORT_KIND, id: 'x', workspaceId: 'w', attempt: 1 } as const;

async function* chunks(count: number): AsyncIterable<Buffer> {
  for (let chunk = 0; chunk < count; chunk++) yield Buffer.from('a\nb\n');
}

describe('The progress of an export', () => {
  let statements: string[] = [];
  const pool: Sql = {
    query: <Row extends object>(text: string) => {
      statements.push(text);
      return Promise.resolve([{ rows: '4' }] as unknown as Row[]);
    },
  };
  beforeEach(() => (statements = []));

  /** Reads so many chunks, and returns the starts of the count and the statements. */
  async function follow(count: number, everyMs: number, total: number | null): Promise<number> {
    let starts = 0;
    const progress = new ExportProgress(pool, job, { total, start: () => starts++ }, everyMs);
    const read: Buffer[] = [];
    for await (const chunk of progress.follow(chunks(count))) read.push(chunk);
    expect(Buffer.concat(read).toString()).toBe('a\nb\n'.repeat(count));
    return starts;
  }

  it('costs a short export no statement and no count', async () => {
    expect(await follow(50, 60_000, null)).toBe(0);
    expect(statements).toEqual([]);
  });

  it('asks for the count at the second report, and says nothing before the total is known', async () => {
    expect(await follow(1, 0, null)).toBe(0);
    expect(await follow(2, 0, null)).toBe(1);
    expect(statements).toEqual([]);
  });

  it('reports what Postgres has written once the total is known', async () => {
    await follow(1, 0, 8);
    expect(statements).toEqual([
      expect.stringContaining('almagest_copied_rows'),
      expect.stringContaining('UPDATE job_leases'),
    ]);
  });

  it('is a whole per cent of the records, and 100 only for a published file', () => {
    expect([percentOf(0, 0), percentOf(0, 8), percentOf(3, 8), percentOf(8, 8), percentOf(9, 8)]).toEqual([
      0, 0, 37, 99, 99,
    ]);
  });
});
