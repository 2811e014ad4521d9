import type { ResourceDescription } from '../resource';
import { quote } from '../sql/identifiers';
import { isInWorkspace } from '../sql/workspace-sql';

/** A column that identifies a record in its table, and the column of `judged` that remembers it. */
interface IdentityColumn {
  readonly column: string;
  readonly remembered: string;
  readonly pgType: string;
}

/**
 * The columns that identify one record: `id`, or what a packed id is packed from. A row remembers them when it finds its
 * record, and every later statement finds the record by them, through a unique index. A `ctid` would not do: it is
 * unique in one table only, so in a partitioned table it names other records too.
 */
export function identityOf({ through, packedId }: ResourceDescription): readonly IdentityColumn[] {
  const columns =
    through && packedId
      ? [
          { column: through.column, pgType: through.pgType },
          { column: packedId.instant, pgType: 'timestamptz' },
        ]
      : [{ column: 'id', pgType: 'uuid' }];
  return columns.map(({ column, pgType }) => ({ column, pgType, remembered: `_record_${column}` }));
}

/** Names of the columns of `judged` that identify the record, quoted. */
export const rememberedColumns = (resource: ResourceDescription): string[] =>
  identityOf(resource).map(({ remembered }) => quote(remembered));

/** The identity of the record `r`, in the order of `rememberedColumns`. */
export const identityColumns = (resource: ResourceDescription): string[] =>
  identityOf(resource).map(({ column }) => `r.${quote(column)}`);

/** SQL that is true when no record was found for the row under `alias`. */
export const foundNone = (resource: ResourceDescription, alias: string): string =>
  `${alias}.${quote(identityOf(resource)[0]?.column ?? '')} IS NULL`;

/** SQL that is true for the record `r` that the row `j` of `judged` remembers; `workspace` is a placeholder. */
export function isRemembered(resource: ResourceDescription, workspace: string): string {
  const same = identityOf(resource).map(
    ({ column, remembered }) => `r.${quote(column)} = j.${quote(remembered)}`,
  );
  // Points have no workspace: the row found its record through a series of its own workspace. The placeholder needs a type.
  return (
    resource.packedId
      ? [`${workspace}::uuid IS NOT NULL`, ...same]
      : [isInWorkspace('r.workspace_id', workspace), ...same]
  ).join(' AND ');
}

/** SQL that is true for a record under `alias` other than the one that the row `j` of `judged` remembers. */
export function isAnother(resource: ResourceDescription, alias: string): string {
  const columns = identityOf(resource);
  const stored = columns.map(({ column }) => `${alias}.${quote(column)}`).join(', ');
  const remembered = columns.map((column) => `j.${quote(column.remembered)}`).join(', ');
  return `(${stored}) IS DISTINCT FROM (${remembered})`;
}
