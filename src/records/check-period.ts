import { jsonPointer } from '../formats/json/json-pointer';
import { fieldOf } from '../catalog/resource-fields';
import { activePeriod, showPeriod } from '../catalog/importing/period-sql';
import type { Period, ResourceDescription } from '../catalog/resource';
import { fillMessage, RULE_MESSAGES } from '../catalog/rules/rule-messages';
import { isInWorkspace, quote, SqlParams } from '../catalog/sql/sql-text';
import type { Sql } from '../database/sql';
import { problem } from '../http/problem/problem.exception';
import type { NaturalKey } from './throw-conflict';

/** A record as it is about to be written. */
export interface PeriodRecord extends NaturalKey {
  /** Null: the record is not stored yet, and `parentKey` is the key of its parent. */
  readonly id: string | null;
  /** An archived record does not count. */
  readonly active: boolean;
}

/**
 * Throws 409 `conflict` when the period of a record overlaps that of an active record with the same rest of the natural key;
 * the message names that record. Does nothing for a resource without periods. Between two concurrent transactions the
 * exclusion constraint decides.
 */
export async function checkPeriod(
  tx: Sql,
  resource: ResourceDescription,
  workspaceId: string,
  record: PeriodRecord,
): Promise<void> {
  const { period } = resource;
  if (!period) return;
  const other = record.active ? await findOther(tx, resource, period, workspaceId, record) : null;
  if (other === null) return;
  const message = fillMessage(RULE_MESSAGES.periodOverlap, other);
  throw problem(409, 'conflict', message, {
    errors: [{ pointer: jsonPointer(period.from), code: 'conflict', message }],
  });
}

/** The first active record whose period overlaps, as text; null when there is none. */
async function findOther(
  tx: Sql,
  resource: ResourceDescription,
  period: Period,
  workspaceId: string,
  record: PeriodRecord,
): Promise<string | null> {
  const params = new SqlParams();
  const workspace = params.add(workspaceId);
  const conditions = [
    isInWorkspace('o.workspace_id', workspace),
    `${activePeriod(period, 'o')} && tstzrange(${bounds(resource, period, record, params).join(', ')}, '[)')`,
    ...sameRest(resource, period, workspace, record, params),
  ];
  const [row] = await tx.query<{ other: string }>(
    `SELECT ${showPeriod(resource, period, 'o')} AS other FROM ${quote(resource.table)} o
     WHERE ${conditions.join(' AND ')} ORDER BY o.${quote(period.from)} LIMIT 1`,
    params.values,
  );
  return row?.other ?? null;
}

function bounds(
  resource: ResourceDescription,
  { from, until }: Period,
  { valueOf }: PeriodRecord,
  params: SqlParams,
): string[] {
  return [from, until].map((name) => `${params.add(valueOf(name))}::${fieldOf(resource, name).kind.pgType}`);
}

/** Conditions for other records with the same natural key except for the start of the period. */
function sameRest(
  { table, naturalKey, parentKey, fields }: ResourceDescription,
  { from }: Period,
  workspace: string,
  { id, valueOf, parentKey: key }: PeriodRecord,
  params: SqlParams,
): string[] {
  const own = id === null ? null : `${params.add(id)}::uuid`;
  const rest = naturalKey
    .filter((name) => name !== from && !parentKey?.fields.includes(name))
    .map(
      (name) => `o.${quote(name)} = ${params.add(valueOf(name))}::${fields.get(name)?.kind.pgType ?? 'text'}`,
    );
  if (own !== null) rest.push(`o.id <> ${own}`);
  if (!parentKey) return rest;
  const column = quote(parentKey.column);
  const value =
    own === null
      ? `${params.add(key)}::${parentKey.pgType}`
      : `(SELECT m.${column} FROM ${quote(table)} m WHERE ${isInWorkspace('m.workspace_id', workspace)} AND m.id = ${own})`;
  return [...rest, `o.${column} = ${value}`];
}
