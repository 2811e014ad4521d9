import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPointsTable, dropPointsTable } from './support/v1/points-table';

/** Values of scalar series. */
export class TimeSeriesValues1764000004002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPointsTable(runner, 'time_series_values', 'value numeric NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropPointsTable(runner, 'time_series_values');
  }
}
