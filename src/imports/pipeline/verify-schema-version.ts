import { isInWorkspace, quote } from '../../catalog/sql/sql-text';
import { parentTakenSql } from '../../catalog/importing/parent-key-sql';
import type { Sql } from '../../database/sql';
import type { ImportRun } from './import-run';
import type { RowRange } from './row-range';

/** What the file was read by has changed since: the attempt reads it again. */
export class SchemaChangedError extends Error {
  constructor() {
    super('The types or the series of the workspace changed while the file was imported.');
  }
}

/** Makes sure that what the rows of a range were read by still holds, and keeps it so until the transaction ends. */
export async function verifySchemaVersion(tx: Sql, run: ImportRun, { from, to }: RowRange): Promise<void> {
  await lockTypes(tx, run);
  const { parentKey } = run.layout.resource;
  if (!parentKey) return;
  const [row] = await tx.query<{ taken: boolean }>(parentTakenSql(parentKey), [
    run.job.workspaceId,
    from,
    to,
  ]);
  if (row?.taken) throw new SchemaChangedError();
}

/** Keeps the fields of the workspace's types as they are until the transaction ends; throws when they changed before. */
async function lockTypes(tx: Sql, { registry, layout, types, job }: ImportRun): Promise<void> {
  const holder = registry.typesOf(layout.resource);
  if (!holder || types.length === 0) return;
  const locked = await tx.query<{ id: string; fields_version: number }>(
    `SELECT id, fields_version FROM ${quote(holder.table)}
     WHERE ${isInWorkspace('workspace_id', '$1')} AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
    [job.workspaceId, types.map(({ id }) => id)],
  );
  const versions = new Map(locked.map(({ id, fields_version }) => [id, fields_version]));
  // A type that was deleted has no records and no rows that could create one: the rules find its rows.
  if (types.some(({ id, fieldsVersion }) => (versions.get(id) ?? fieldsVersion) !== fieldsVersion)) {
    throw new SchemaChangedError();
  }
}
