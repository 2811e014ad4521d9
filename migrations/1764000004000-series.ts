import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTypesTables } from './support/v1/types-tables';

/** Series: what is measured of instruments. A scalar one has a value a point, a composite one the fields declared here. */
export class Series1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTypesTables(runner, 'series', 'series_fields', [
      `kind text COLLATE "C" NOT NULL CHECK (kind IN ('scalar', 'composite'))`,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE series_fields`);
    await runner.query(`DROP TABLE series`);
  }
}
