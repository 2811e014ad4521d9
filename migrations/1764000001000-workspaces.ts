import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workspaces: the tenants. A slug never has the form of a UUID, so that a URL may name a workspace by either. */
export class Workspaces1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE workspaces (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        slug       text COLLATE "C" NOT NULL CONSTRAINT workspaces_slug_unique UNIQUE
                   CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$')
                   CHECK (slug !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'),
        name       text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE workspaces`);
  }
}
