import { Get, Param } from '@nestjs/common';
import { Requires, WorkspaceController } from '../../src/auth/decorators';
import { Database } from '../../src/database/database';

/** Routes whose statements take as long as a test asks for. */
@WorkspaceController('slow', 'Slow')
export class SlowController {
  constructor(private readonly database: Database) {}

  /** One statement of so many milliseconds. */
  @Get(':ms')
  @Requires('viewer')
  async sleep(@Param('ms') ms: string): Promise<object> {
    const rows = await this.database.query(sleepFor(ms));
    return { rows: rows.length };
  }

  /** A write, and behind it in the same transaction a statement of so many milliseconds. */
  @Get('write/:ms')
  @Requires('viewer')
  async write(@Param('ms') ms: string): Promise<object> {
    await this.database.transaction('READ COMMITTED', async (tx) => {
      await tx.query(
        `INSERT INTO instrument_types (workspace_id, identifier, name)
         VALUES (current_setting('almagest.workspace')::uuid, 'written', 'Written')`,
      );
      await tx.query(sleepFor(ms));
    });
    return {};
  }
}

const sleepFor = (ms: string): string => `SELECT pg_sleep(${Number(ms) / 1_000}) AS slept`;
