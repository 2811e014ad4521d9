import type { StatementTally } from './tally';

/** Something that a user does, and how many rows it is about. */
export interface Operation {
  readonly group: 'imports' | 'exports' | 'reads' | 'single records';
  readonly resource: string;
  readonly name: string;
  /**
   * Rows wanted, the size of the input that the operation is asked about:
   * - imports: rows of the file, which is more than each of its ranges has; where rows are matched by a custom field, which no
   *   index serves, records of the resource in the workspace;
   * - exports, counts, filters and sorts that no index serves: records of the resource, or of those that it refers to, in the
   *   workspace;
   * - lists in the order of the natural key, and filters that an index serves: the page, or the records that match;
   * - single records: 1, or what is removed along with it.
   * A statement that returns more rows than that wants as many as it returns.
   */
  readonly wanted: number;
}

/** What an operation did. */
export interface Measured {
  readonly operation: Operation;
  readonly statements: ReadonlyMap<string, StatementTally>;
}

/** A statement that reads more than its operation warrants. */
export interface Violation {
  readonly operation: Operation;
  readonly statement: string;
  readonly node: string;
  /** Rows visited, or blocks of buffers. */
  readonly what: 'rows' | 'buffers';
  readonly seen: number;
  readonly limit: number;
}

const ROWS_FACTOR = 4;
/** Rows that each execution may visit whatever it is about: types, fields, tables of one page. */
const ROWS_BASE = 200;
/**
 * Twice the rows may take this many times the buffers, as a look-up through an index that grows from
 * two levels to three does. What is quadratic takes four times as many.
 */
const BUFFERS_FACTOR = 3;
const BUFFERS_BASE = 400;
/**
 * A look-up for each row wanted, through an index of four levels, is linear whatever half the rows took: the planner
 * may read a small table as a whole and look a larger one up.
 */
const BUFFERS_PER_ROW = 4;

/**
 * Rows visited ≤ 4 × rows wanted + 200, at each node that was executed. Executions of the same
 * statement within an operation are added up (the ranges of an import together are about the rows
 * of its file), so that a statement that runs once for each range or each row and reads everything
 * each time is found too.
 */
export function classifyRows({ operation, statements }: Measured): Violation[] {
  return [...statements.values()].flatMap((statement) => {
    const wanted = Math.max(operation.wanted, statement.returned);
    const limit = ROWS_FACTOR * wanted + ROWS_BASE * Math.max(1, statement.executions);
    const [worst] = [...statement.nodes.values()].sort((a, b) => b.visited - a.visited);
    if (worst === undefined || worst.visited <= limit) return [];
    const { node, visited: seen } = worst;
    return [{ operation, statement: statement.text, node, what: 'rows' as const, seen, limit }];
  });
}

/**
 * Buffers of each statement grow no faster than the rows do, from an operation to the same one over
 * twice the rows.
 */
export function checkBuffers(once: Measured, twice: Measured): Violation[] {
  const { operation } = twice;
  return [...twice.statements].flatMap(([key, { text: statement, buffers: seen, returned }]) => {
    const before = once.statements.get(key);
    if (before === undefined) return [];
    const wanted = Math.max(operation.wanted, returned);
    const limit = Math.max(
      Math.round(BUFFERS_FACTOR * before.buffers + BUFFERS_BASE),
      BUFFERS_PER_ROW * wanted,
    );
    if (seen <= limit) return [];
    return [
      {
        operation,
        statement,
        node: `${before.buffers} for half the rows`,
        what: 'buffers' as const,
        seen,
        limit,
      },
    ];
  });
}
