import { Client, type QueryResultRow } from 'pg';

/** A database of its own on the server of the run, with a connection for what is not timed. */
export class BenchDatabase {
  private constructor(
    readonly url: string,
    private readonly server: string,
    private readonly client: Client,
  ) {}

  /** Makes an empty database; one that a run left behind when it was killed goes. */
  static async create(server: string, name: string): Promise<BenchDatabase> {
    await withClient(server, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${name}`);
    });
    const url = new URL(server);
    url.pathname = name;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    return new BenchDatabase(url.href, server, client);
  }

  async query<Row extends QueryResultRow>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(text, [...params])).rows;
  }

  /** Writes what is dirty to the disk, so that nobody pays for the one before. Needs the right to; without it goes on. */
  async settle(): Promise<void> {
    await this.client.query('CHECKPOINT').catch((error: Error & { code?: string }) => {
      if (error.code !== '42501') throw error;
    });
  }

  /** Removes it, with whoever is still connected. */
  async drop(): Promise<void> {
    const { database } = this.client;
    await this.client.end();
    await withClient(this.server, (client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
  }
}

async function withClient(url: string, use: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
