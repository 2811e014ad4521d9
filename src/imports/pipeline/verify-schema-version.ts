import { parentTakenSql } from '../../catalog/importing/parent-key-sql';
import type { Sql } from '../../database/sql';
import { lockTypes } from '../../records/load-types';
import type { ImportRun } from './import-run';
import type { RowRange } from './counts';

/** The types or parents by which the file was read have changed: the attempt reads it again. */
export class SchemaChangedError extends Error {
  constructor() {
    super('The types or the series of the workspace changed while the file was imported.');
  }
}

/** Checks that the types and parents by which a range was read are unchanged, and locks the types until the transaction ends. */
export async function verifySchemaVersion(tx: Sql, run: ImportRun, { from, to }: RowRange): Promise<void> {
  await verifyTypes(tx, run);
  const { parentKey } = run.layout.resource;
  if (!parentKey) return;
  const [row] = await tx.query<{ taken: boolean }>(parentTakenSql(parentKey), [
    run.job.workspaceId,
    from,
    to,
  ]);
  if (row?.taken) throw new SchemaChangedError();
}

/** Locks the fields of the workspace's types until the transaction ends. Throws when they changed since they were read. */
async function verifyTypes(tx: Sql, { registry, layout, types, job }: ImportRun): Promise<void> {
  const ids = types.map(({ id }) => id);
  const versions = await lockTypes(tx, registry, layout.resource, job.workspaceId, ids);
  // A type that was deleted has no records and no rows that could create one: the rules find its rows.
  if (types.some(({ id, fieldsVersion }) => (versions.get(id) ?? fieldsVersion) !== fieldsVersion)) {
    throw new SchemaChangedError();
  }
}
