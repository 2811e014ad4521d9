import type { ResourceDescription } from '../resource';
import { isInWorkspace, quote } from '../sql/sql-text';
import { PARENT_KEY } from './stage-layout';

/** The column of a record that holds the key of `through`. */
export const parentKeyColumn = ({ parentKey }: ResourceDescription): string => parentKey?.column ?? '';

/** The column of a record, quoted, that holds a part of the key by which rows are staged. */
export const keyColumn = (resource: ResourceDescription, part: string): string =>
  quote(part === PARENT_KEY ? parentKeyColumn(resource) : part);

/**
 * SQL that is true for a record `r` of the workspace that the placeholder gives. A packed one has no such column: the key of `through` belongs to one
 * workspace, and rows were resolved in their own.
 */
export const inWorkspace = ({ packedId }: ResourceDescription, workspace = '$1'): string =>
  packedId ? `${workspace}::uuid IS NOT NULL` : isInWorkspace('r.workspace_id', workspace);
