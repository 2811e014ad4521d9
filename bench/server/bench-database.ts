import { Client, type QueryResultRow } from 'pg';

/** A separate database on the server of the run, with a connection for untimed work. */
export class BenchDatabase {
  private constructor(
    readonly url: string,
    private readonly server: string,
    private readonly client: Client,
  ) {}

  /** Creates an empty database; drops the one of a run that was killed. */
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

  /** Writes a checkpoint, so that a contender does not pay for the one before. Does nothing without the right to. */
  async settle(): Promise<void> {
    await this.client.query('CHECKPOINT').catch((error: Error & { code?: string }) => {
      if (error.code !== '42501') throw error;
    });
  }

  /** Drops the database and ends its connections. */
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
