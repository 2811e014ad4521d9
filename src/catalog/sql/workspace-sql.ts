/**
 * SQL that is true for rows whose `column` is the workspace given by `placeholder` (`$1`).
 *
 * The sub-select hides the value from the planner. With the value in view, a workspace that the statistics do not know
 * is estimated at one row, and every join becomes a nested loop over the whole workspace (docs/adr/0029). Without it the
 * estimate is a fixed part of the table, for the migrations keep no statistics of the column, and it is counted once
 * although row-level security asks for the workspace too.
 */
export const isInWorkspace = (column: string, placeholder: string): string =>
  `${column} = (SELECT ${placeholder}::uuid)`;
