// Frozen: released migrations call this file. A change goes into a new version beside this folder.

import type { QueryRunner } from 'typeorm';

/** The workspace that a connection was put in; null, and so equal to none, outside of all. Read once a statement. */
const PRESENT = `(SELECT nullif(current_setting('almagest.workspace', true), '')::uuid)`;

/**
 * Row-level security for a table with a `workspace_id`: the role `almagest_workspace` reads and writes the rows of the
 * workspace it is in, and no others; `almagest_service` all of them. A new table needs it, or the app refuses to start.
 */
export async function enableRls(runner: QueryRunner, table: string, column = 'workspace_id'): Promise<void> {
  await raise(runner, table);
  await runner.query(`
    CREATE POLICY one_workspace ON ${table} TO almagest_workspace
    USING (${column} = ${PRESENT}) WITH CHECK (${column} = ${PRESENT})`);
}

/** The same for tokens, which belong to a workspace through their robot. */
export async function enableTokenRls(runner: QueryRunner): Promise<void> {
  await raise(runner, 'tokens');
  await runner.query(`
    CREATE POLICY one_workspace ON tokens TO almagest_workspace
    USING (EXISTS (SELECT FROM robots WHERE robots.id = tokens.robot_id))`);
}

export async function disableRls(runner: QueryRunner, table: string): Promise<void> {
  const policies = (await runner.query(
    `SELECT policyname FROM pg_policies WHERE schemaname = current_schema() AND tablename = $1`,
    [table],
  )) as { policyname: string }[];
  for (const { policyname } of policies) await runner.query(`DROP POLICY ${policyname} ON ${table}`);
  await runner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
}

async function raise(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(
    `CREATE POLICY everywhere ON ${table} TO almagest_service USING (true) WITH CHECK (true)`,
  );
}
