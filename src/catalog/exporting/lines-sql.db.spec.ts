import fc from 'fast-check';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { escapeFormula } from '../../formats/csv/write-csv';
import { escapeFormulaSql } from './lines-sql';

const CELLS = [
  '',
  "'",
  "''",
  "'=x",
  "''=x",
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1',
  '+1.5',
  '-1',
  '-1.5',
  '-0',
  '-1e5',
  '-1E-5',
  '-.5',
  '-1.',
  '--1',
  '-01',
  '-1,5',
  '-a',
  '@SUM(1)',
  '\tx',
  '\rx',
  '\nx',
  '\n-1',
  '-1\n',
  '-1\nx',
  ' =1',
  'a=1',
  '1-1',
  '\\t',
  '\\',
  'n',
  't',
  '-١',
  '−1',
  '＝1',
  '-1e',
  '[x',
  ']',
  '^',
  "'-1",
  "'+",
  'x\n=1',
  '{"a":1}',
];

describe('Formula-injection escaping in SQL', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function escape(cells: readonly (string | null)[]): Promise<(string | null)[]> {
    const { rows } = await client.query<{ escaped: string | null }>(
      `SELECT ${escapeFormulaSql('cell')} AS escaped FROM unnest($1::text[]) WITH ORDINALITY AS c (cell, nr) ORDER BY nr`,
      [cells],
    );
    return rows.map(({ escaped }) => escaped);
  }

  it('does what the escaping of the CSV format does', async () => {
    expect(await escape(CELLS)).toEqual(CELLS.map(escapeFormula));
  });

  it('does so for every text of dangerous characters', async () => {
    const part = fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '0',
      '1',
      '.',
      'e',
      'E',
      '\\',
      ' ',
      'x',
      '٣',
    );
    const cell = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
    const property = fc.asyncProperty(fc.array(cell, { minLength: 50, maxLength: 200 }), async (cells) => {
      expect(await escape(cells)).toEqual(cells.map(escapeFormula));
    });
    await fc.assert(property, { numRuns: 50 });
  });

  it('leaves null alone', async () => {
    expect(await escape([null])).toEqual([null]);
  });
});
