import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { readSettings } from '../../src/config/settings';
import { createDataSource, runMigrations } from '../../src/database/data-source';

const TEMPLATE = 'almagest_template';

/** A database of its own on the Postgres of this run. */
export interface TestDatabase {
  url: string;
  /** Runs a statement in it, as its owner. */
  execute: (statement: string) => Promise<object[]>;
  /** Removes it, and closes the connections to it. */
  drop: () => Promise<void>;
}

/** Creates an empty database, for one test file or one test. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create('template1');
}

/**
 * Creates a database with all migrations applied: a copy of the template takes less time than to
 * run them.
 */
export function createMigratedDatabase(): Promise<TestDatabase> {
  return create(TEMPLATE);
}

/** Runs the migrations once, in the database that `createMigratedDatabase` copies. */
export async function createTemplateDatabase(server: string): Promise<void> {
  await execute(server, `CREATE DATABASE ${TEMPLATE}`);
  const settings = { ...readSettings({}), databaseUrl: urlOf(server, TEMPLATE) };
  const dataSource = await createDataSource(settings, []).initialize();
  try {
    await runMigrations(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function create(template: string): Promise<TestDatabase> {
  const server = process.env.ALMAGEST_TEST_DATABASE_URL;
  if (server === undefined) throw new Error("Jest's global setup has started no Postgres.");
  const name = `test_${randomBytes(8).toString('hex')}`;
  // The other strategy writes each page to the WAL: three times as long for the many small files of
  // this schema.
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const url = urlOf(server, name);
  return {
    url,
    execute: (statement) => execute(url, statement),
    drop: async () => void (await execute(server, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = database;
  return url.href;
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
