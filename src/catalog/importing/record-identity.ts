import type { ResourceDescription } from '../resource';
import { isInWorkspace, quote } from '../sql/sql-text';
import { lookUp } from '../sql/join-record-sql';
import { inWorkspace } from './stage-layout';

/** A column that identifies a record in its table, and the column of `planned_rows` that remembers it. */
interface IdentityColumn {
  readonly column: string;
  readonly remembered: string;
  readonly pgType: string;
}

/**
 * The columns that identify one record: `id`, or what a packed id is packed from. A row remembers them when it finds its
 * record, and every later statement finds the record by them, through a unique index. A `ctid` is no identity: it is
 * unique in one table only, so in a partitioned table it names other records too.
 */
export function identityOf({ parentKey, packedId }: ResourceDescription): readonly IdentityColumn[] {
  const columns =
    parentKey && packedId
      ? [
          { column: parentKey.column, pgType: parentKey.pgType },
          { column: packedId.instant, pgType: 'timestamptz' },
        ]
      : [{ column: 'id', pgType: 'uuid' }];
  return columns.map(({ column, pgType }) => ({ column, pgType, remembered: `_record_${column}` }));
}

/** Names of the columns of `planned_rows` that identify the record, quoted. */
export const rememberedColumns = (resource: ResourceDescription): string[] =>
  identityOf(resource).map(({ remembered }) => quote(remembered));

/** The identity of the record `r`, in the order of `rememberedColumns`. */
export const identityColumns = (resource: ResourceDescription): string[] =>
  identityOf(resource).map(({ column }) => `r.${quote(column)}`);

/** SQL that is true when no record was found for the row under `alias`. */
export const foundNone = (resource: ResourceDescription, alias: string): string =>
  `${alias}.${quote(identityOf(resource)[0]?.column ?? '')} IS NULL`;

/** SQL that is true for the record `r` that the row `j` of `planned_rows` remembers; `workspace` is a placeholder. */
export function isRemembered(resource: ResourceDescription, workspace: string): string {
  const same = identityOf(resource).map(
    ({ column, remembered }) => `r.${quote(column)} = j.${quote(remembered)}`,
  );
  return [inWorkspace(resource, workspace), ...same].join(' AND ');
}

/** SQL that is true for a record under `alias` other than the one that the row `j` of `planned_rows` remembers. */
export function isAnother(resource: ResourceDescription, alias: string): string {
  const columns = identityOf(resource);
  const stored = columns.map(({ column }) => `${alias}.${quote(column)}`).join(', ');
  const remembered = columns.map((column) => `j.${quote(column.remembered)}`).join(', ');
  return `(${stored}) IS DISTINCT FROM (${remembered})`;
}

/** The record `r` that the row `j` of `planned_rows` found, looked up. */
export const recordOfRow = (resource: ResourceDescription, workspace: string): string =>
  lookUp(`SELECT r.* FROM ${quote(resource.table)} r WHERE ${isRemembered(resource, workspace)}`, 'r');

/** SQL that is true when no row of `table` in the workspace has the id that the expression `id` gives; looked up. */
export const isMissing = (table: string, workspace: string, id: string): string =>
  `NOT EXISTS (SELECT FROM ${quote(table)} t WHERE ${isInWorkspace('t.workspace_id', workspace)} AND t.id = ${id} OFFSET 0)`;
