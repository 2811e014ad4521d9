import { Client } from 'pg';
import { eventually } from './eventually';

/**
 * Locks a table against everybody, so that whoever reads or writes it waits: from its own
 * connection, until `release`.
 */
export class TableLock {
  private client: Client | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly table: string,
  ) {}

  /**
   * Takes the lock; waits for a server that is being restarted. The lock of a former server is gone
   * with it.
   */
  async take(): Promise<void> {
    await this.release();
    await eventually('the table is locked', () => this.tryToTake(), 60_000);
  }

  async release(): Promise<void> {
    await this.client?.end().catch(() => undefined); // it may be lost with its server
    this.client = null;
  }

  private async tryToTake(): Promise<boolean> {
    const client = new Client({ connectionString: this.databaseUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined); // the statement under way reports it
    try {
      await client.connect();
      await client.query('BEGIN');
      await client.query(`LOCK TABLE ${this.table} IN ACCESS EXCLUSIVE MODE`);
    } catch {
      await client.end().catch(() => undefined);
      return false;
    }
    this.client = client;
    return true;
  }
}
