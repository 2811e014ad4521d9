import type { SqlParams } from '../catalog/sql/sql-params';

/**
 * A LIMIT whose value the planner does not see: it then takes a page for a small part of the rows, and reads them in the
 * order of an index. With the value in view it compares it with its guess of how many rows the workspace has, which may be
 * wrong by any factor, and sorts a whole workspace for one page.
 */
export const limitSql = (params: SqlParams, count: number): string => `(SELECT ${params.add(count)}::int)`;
