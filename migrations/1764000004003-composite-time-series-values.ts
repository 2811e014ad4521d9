import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPointsTable, dropPointsTable } from './support/v1/points-table';

/** Values of composite series: the items of one instant, canonical texts by field key. */
export class CompositeTimeSeriesValues1764000004003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPointsTable(runner, 'composite_time_series_values', `items jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropPointsTable(runner, 'composite_time_series_values');
  }
}
