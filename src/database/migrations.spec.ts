import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOLDER = join(__dirname, '../../migrations');
const CHECKSUMS = join(__dirname, 'migration-checksums.json');

/** The SQL of `up` and `down`, with the parameters, as sent to a server where each catalog query returns one example. */
async function sqlOf(file: string): Promise<string> {
  const exported = (await import(join(FOLDER, file))) as Record<string, new () => MigrationInterface>;
  const sent: unknown[] = [];
  const runner = {
    query: (text: string, params: unknown[] = []) => {
      sent.push([text, params]);
      return Promise.resolve([
        { name: 'example', policyname: 'example', partitions: 2, filled: false, sql: 'SELECT 1' },
      ]);
    },
  } as unknown as QueryRunner;
  for (const Migration of Object.values(exported)) {
    await new Migration().up(runner);
    await new Migration().down(runner);
  }
  return JSON.stringify(sent);
}

describe('Migrations', () => {
  it('send the same SQL as when they were released, whatever helpers they call', async () => {
    const released = JSON.parse(readFileSync(CHECKSUMS, 'utf8')) as Record<string, string>;
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
    const present: Record<string, string> = {};
    for (const file of files) {
      const sql = await sqlOf(file);
      present[file.replace('.ts', '')] = createHash('sha256').update(sql).digest('hex');
    }
    expect(present).toMatchObject(released); // a release adds the lines of its new migrations
  });
});
