import { jsonPointer } from '../formats/json/json-pointer';
import { fieldOf } from '../catalog/resource-fields';
import type { ResourceDescription } from '../catalog/resource';
import { isInWorkspace, quote, SqlParams } from '../catalog/sql/sql-text';
import { columnOf, fromRecords, recordColumnsSql } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import { problem } from '../http/problem/problem.exception';
import { type RecordRow, textOf } from './find-record';
import { resourceLabels } from './records-docs';

/** The natural key of a record: the canonical texts of its fields, and the parent key in place of the references it is made of. */
export interface NaturalKey {
  readonly valueOf: (name: string) => string | null;
  readonly parentKey: string | null;
}

/**
 * Throws 409 `conflict` when another record than `ownId` has the natural key already, active or archived, and names it.
 */
export async function throwConflict(
  tx: Sql,
  resource: ResourceDescription,
  workspaceId: string,
  key: NaturalKey,
  ownId: string | null,
): Promise<void> {
  const { parentKey } = resource;
  const params = new SqlParams();
  const conditions = [
    isInWorkspace(columnOf(resource, 'workspace_id'), params.add(workspaceId)),
    ...(ownId === null ? [] : [`${columnOf(resource, 'id')} <> ${params.add(ownId)}::uuid`]),
    ...(parentKey
      ? [`r.${quote(parentKey.column)} = ${params.add(key.parentKey)}::${parentKey.pgType}`]
      : []),
  ];
  for (const name of resource.naturalKey) {
    if (parentKey?.fields.includes(name)) continue;
    const value = `${params.add(key.valueOf(name))}::${fieldOf(resource, name).kind.pgType}`;
    conditions.push(`${columnOf(resource, name)} = ${value}`);
  }
  const [duplicate] = await tx.query<RecordRow>(
    `SELECT ${recordColumnsSql(resource)} FROM ${fromRecords(resource)} WHERE ${conditions.join(' AND ')}`,
    params.values,
  );
  if (duplicate) throw conflict(resource, duplicate);
}

function conflict(resource: ResourceDescription, duplicate: RecordRow): Error {
  const [first = 'id'] = resource.naturalKey;
  const shown = resource.naturalKey.map((name) => `${name} "${textOf(duplicate, name) ?? ''}"`).join(', ');
  const id = textOf(duplicate, 'id') ?? '';
  const isArchived = textOf(duplicate, 'archived_at') !== null;
  const message = isArchived
    ? `There is an archived ${resource.noun} with ${shown}: restore it with POST ${collectionPath(resource)}/${id}/restore.`
    : `There is ${resourceLabels(resource).aNoun} with ${shown} already: ${id}. Change it with PATCH.`;
  return problem(409, 'conflict', message, {
    errors: [{ pointer: jsonPointer(first), code: 'conflict', message }],
  });
}

/** Path of a collection inside its workspace: `/instrument-types`. */
const collectionPath = ({ name }: ResourceDescription): string => `/${name.replaceAll('_', '-')}`;
