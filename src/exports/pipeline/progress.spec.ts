import type { Sql } from '../../database/sql';
import { Progress } from './progress';

const job = { kind: 'export', id: 'x', workspaceId: 'w', attempt: 1 } as const;

async function* lines(count: number): AsyncIterable<Buffer> {
  for (let line = 0; line < count; line++) yield Buffer.from('a\nb\n');
}

describe('The progress of an export', () => {
  const statements: string[] = [];
  const pool: Sql = {
    query: (text) => {
      statements.push(text);
      return Promise.resolve([]);
    },
  };

  async function percentAfter(written: number, records: number): Promise<number> {
    const progress = new Progress(pool, job, records);
    const chunks: Buffer[] = [];
    for await (const chunk of progress.follow(lines(written))) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('a\nb\n'.repeat(written));
    return progress.percent;
  }

  it('counts lines, and is 100 only for a published file', async () => {
    expect(await percentAfter(0, 0)).toBe(0);
    expect(await percentAfter(1, 8)).toBe(25);
    expect(await percentAfter(4, 8)).toBe(99);
    expect(await percentAfter(9, 8)).toBe(99);
  });

  it('costs a short export no statement', () => {
    expect(statements).toEqual([]);
  });
});
