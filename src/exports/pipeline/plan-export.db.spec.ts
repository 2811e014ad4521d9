import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import type { Sql, SqlParameter } from '../../database/sql';
import { inlineParams } from './plan-export';

const NAUGHTY = [
  "'",
  "''",
  '\\',
  "\\'",
  "'; DROP TABLE x; --",
  '$1',
  '$2::text',
  '{}',
  '{"a","b"}',
  '%s',
  '\n',
  '',
  'NULL',
  '🎉',
];

describe('Parameters written into a statement', () => {
  let database: TestDatabase;
  let client: Client;
  let sql: Sql;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    sql = {
      query: async <Row extends object>(text: string, params: readonly SqlParameter[] = []) =>
        (await client.query<Row>(text, [...params])).rows,
    };
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const selected = async (expression: string, ...params: SqlParameter[]): Promise<unknown> => {
    const [row] = await sql.query<{ value: unknown }>(
      await inlineParams(sql, `SELECT ${expression} AS value`, params),
    );
    return row?.value;
  };

  it.each(['on', 'off'])('give back every text, with standard_conforming_strings %s', async (setting) => {
    await client.query(`SET standard_conforming_strings = ${setting}`);
    for (const text of NAUGHTY) expect(await selected('$1::text', text)).toBe(text);
    expect(await selected('$1::text[]', NAUGHTY)).toEqual(NAUGHTY);
    await client.query('RESET standard_conforming_strings');
  });

  it('keep null, booleans, numbers and lists', async () => {
    expect(await selected('$1::text IS NULL', null)).toBe(true);
    expect(await selected('$1::boolean', false)).toBe(false);
    expect(await selected('$1::int + 1', 41)).toBe(42);
    expect(await selected('3 = ANY ($1)', [1, 2, 3])).toBe(true);
    expect(await selected('$1::uuid[]', [])).toEqual([]);
    expect(await selected('$1::text[]', ['a', null])).toEqual(['a', null]);
  });

  it('take the type that their place asks for, as parameters do', async () => {
    expect(await selected(`'2026-01-31'::date = $1`, '2026-01-31')).toBe(true);
    expect(await selected('$1 || $10', 'a', ...Array.from({ length: 8 }, () => null), 'j')).toBe('aj');
  });

  it('refuse a place without a parameter', async () => {
    await expect(inlineParams(sql, 'SELECT $2', ['a'])).rejects.toThrow('no parameter $2');
  });

  it('leave a statement without parameters as it is', async () => {
    expect(await inlineParams(sql, 'SELECT 1', [])).toBe('SELECT 1');
  });
});
