import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of its own on the Postgres of this run. */
export interface TestDatabase {
  url: string;
  /** Removes it, with whoever is still connected. */
  drop: () => Promise<void>;
}

/** Makes an empty database, for one test file or one test. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.ALMAGEST_TEST_DATABASE_URL;
  if (server === undefined) throw new Error("Jest's global setup has started no Postgres.");
  const name = `test_${randomBytes(8).toString('hex')}`;
  await execute(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => execute(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
