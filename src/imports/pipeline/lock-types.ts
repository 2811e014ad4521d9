import { quote } from '../../catalog/sql/identifiers';
import type { Sql } from '../../database/sql';
import type { ImportRun } from './import-run';

/** The fields of a type changed after the file was read by them: the attempt reads it again. */
export class TypesChangedError extends Error {
  constructor() {
    super('The fields of a type changed while the file was imported.');
  }
}

/** Keeps the fields of the workspace's types as they are until the transaction ends; throws when they changed before. */
export async function lockTypes(tx: Sql, { registry, layout, types, job }: ImportRun): Promise<void> {
  const holder = registry.typesOf(layout.resource);
  if (!holder || types.length === 0) return;
  const locked = await tx.query<{ id: string; fields_version: number }>(
    `SELECT id, fields_version FROM ${quote(holder.table)}
     WHERE workspace_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
    [job.workspaceId, types.map(({ id }) => id)],
  );
  const versions = new Map(locked.map(({ id, fields_version }) => [id, fields_version]));
  // A type that was deleted has no records and no rows that could create one: the rules find its rows.
  if (types.some(({ id, fieldsVersion }) => (versions.get(id) ?? fieldsVersion) !== fieldsVersion)) {
    throw new TypesChangedError();
  }
}
