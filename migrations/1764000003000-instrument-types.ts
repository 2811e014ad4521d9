import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTypesTables } from './support/v1/types-tables';

/** Instrument types and their custom fields. */
export class InstrumentTypes1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTypesTables(runner, 'instrument_types', 'instrument_type_fields');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE instrument_type_fields`);
    await runner.query(`DROP TABLE instrument_types`);
  }
}
