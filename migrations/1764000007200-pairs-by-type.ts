import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of the pairs of a series names the instrument too: whoever looks up one pair has every column bound in each index
 * that begins with the workspace, so that no wrong estimate can make it read all pairs of a series.
 */
export class PairsByType1764000007200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await recreate(runner, 'workspace_id, type_id, instrument_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await recreate(runner, 'workspace_id, type_id');
  }
}

async function recreate(runner: QueryRunner, columns: string): Promise<void> {
  await runner.query(`DROP INDEX instrument_series_type`);
  await runner.query(`CREATE INDEX instrument_series_type ON instrument_series (${columns})`);
}
