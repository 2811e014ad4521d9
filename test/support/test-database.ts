import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of its own on the Postgres of this run. */
export interface TestDatabase {
  url: string;
  /** Runs a statement in it, as its owner. */
  execute: (statement: string) => Promise<object[]>;
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
  return {
    url: url.href,
    execute: (statement) => execute(url.href, statement),
    drop: async () => void (await execute(server, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

async function execute(server: string, statement: string): Promise<object[]> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    return (await client.query<object>(statement)).rows;
  } finally {
    await client.end();
  }
}
