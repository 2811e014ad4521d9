import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['time_series_values', 'composite_time_series_values'];
const ITEMS = 'composite_time_series_value_items';

/**
 * Partitions the tables of points by hash of the series, when the setting POINTS_PARTITIONS asks for it and they are
 * empty (docs/scale.md). A table that holds points stays as it is.
 */
export class PointsPartitions1764000007001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [setting] = (await runner.query(
      `SELECT coalesce(nullif(current_setting('almagest.points_partitions', true), ''), '0')::integer AS partitions`,
    )) as { partitions: number }[];
    const partitions = setting?.partitions ?? 0;
    if (partitions < 2) return;
    for (const table of TABLES) {
      const [row] = (await runner.query(`SELECT EXISTS (SELECT FROM ${table}) AS filled`)) as {
        filled: boolean;
      }[];
      if (row?.filled) return;
    }
    const items = await dropItems(runner);
    for (const table of TABLES) await partition(runner, table, partitions);
    await runner.query(`CREATE VIEW ${ITEMS} WITH (security_invoker = true) AS ${items}`);
  }

  /** The partitions stay: a plain table holds the same points, but points may be there by now. */
  async down(): Promise<void> {
    return Promise.resolve();
  }
}

/** Answers what the view selects, to make it again. */
async function dropItems(runner: QueryRunner): Promise<string> {
  const [view] = (await runner.query(`SELECT pg_get_viewdef('${ITEMS}'::regclass) AS sql`)) as {
    sql: string;
  }[];
  await runner.query(`DROP VIEW ${ITEMS}`);
  return view?.sql ?? '';
}

async function partition(runner: QueryRunner, table: string, partitions: number): Promise<void> {
  await runner.query(
    `CREATE TABLE ${table}_all (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY HASH (series_id)`,
  );
  for (let part = 0; part < partitions; part++) {
    await runner.query(
      `CREATE TABLE ${table}_${part} PARTITION OF ${table}_all FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${part})`,
    );
  }
  await runner.query(`DROP TABLE ${table}`);
  await runner.query(`ALTER TABLE ${table}_all RENAME TO ${table}`);
  await runner.query(
    `ALTER TABLE ${table} ADD CONSTRAINT ${table}_pkey PRIMARY KEY (series_id, "timestamp")`,
  );
}
