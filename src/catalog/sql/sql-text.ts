/**
 * Names that reach SQL text come from descriptions, which `defineResource` confined to
 * `[a-z][a-z0-9_]*`; quoting them protects reserved words (`timestamp`, `row`).
 */
export const quote = (name: string): string => `"${name}"`;

/**
 * A text as an SQL literal: for keys of custom fields inside expressions, whose grammar holds no quote
 * anyway.
 */
export const literal = (text: string): string => `'${text.replace(/'/g, "''")}'`;

/** A value of a statement. */
type Value = string | number | boolean | null | readonly (string | number | null)[];

/** Collects the parameters of one statement: user input reaches SQL only as `$n`. */
export class SqlParams {
  readonly values: Value[] = [];

  /** Adds a value and returns its placeholder. */
  add(value: Value): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/**
 * SQL that is true for rows whose `column` is the workspace given by `placeholder` (`$1`).
 *
 * The sub-select hides the value from the planner. With the value in view, a workspace that the
 * statistics do not know is estimated at one row, and every join becomes a nested loop over the whole
 * workspace (docs/adr/0029). Without it the estimate is a fixed part of the table, for the migrations
 * keep no statistics of the column, and it is counted once although row-level security asks for the
 * workspace too.
 */
export const isInWorkspace = (column: string, placeholder: string): string =>
  `${column} = (SELECT ${placeholder}::uuid)`;
