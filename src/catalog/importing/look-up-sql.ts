import type { ResourceDescription } from '../resource';
import { quote } from '../sql/identifiers';
import { isInWorkspace } from '../sql/workspace-sql';
import { isRemembered } from './record-identity';

/**
 * Look-ups row by row through a unique index whose columns are all bound. `OFFSET 0` keeps the planner from turning them
 * into a join, for which it would have to estimate how many rows there are.
 */

/** SQL that is true when no row of `table` in the workspace has the id that the expression `id` gives. */
export const isMissing = (table: string, workspace: string, id: string): string =>
  `NOT EXISTS (SELECT FROM ${quote(table)} t WHERE ${isInWorkspace('t.workspace_id', workspace)} AND t.id = ${id} OFFSET 0)`;

/** The record `r` that the row `j` of `judged` found, to be joined laterally. */
export const recordOfRow = (resource: ResourceDescription, workspace: string): string =>
  `LATERAL (SELECT r.* FROM ${quote(resource.table)} r WHERE ${isRemembered(resource, workspace)} OFFSET 0) r`;
