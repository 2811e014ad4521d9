import { PLANNED_ACTIONS } from './classify-sql';
import type { RuleStatement } from './rule';

/** A statement with its parameters. */
type Statement = Pick<RuleStatement, 'text' | 'params'>;

/**
 * Runs a statement that reads `judged` over the staged rows `from < _row <= to` themselves, all of them creations: in a
 * range that names no record there is nothing to judge, so its rows need not be copied.
 */
export function onAllNewRows({ text, params }: Statement, from: number, to: number): Statement {
  return withPlannedRows('', text, [...params, from, to]);
}

/** The same, less the rows that have an error by now. */
export function onValidNewRows({ text, params }: Statement, from: number, to: number): Statement {
  return withPlannedRows('AND s._row NOT IN (SELECT row FROM classify_errors)', text, [...params, from, to]);
}

function withPlannedRows(good: string, text: string, params: Statement['params']): Statement {
  const from = `$${params.length - 1}`;
  return {
    text: `WITH planned_rows AS NOT MATERIALIZED (
        SELECT s.*, '${PLANNED_ACTIONS.create}'::"char" AS _action
        FROM staged s WHERE s._row > ${from}::integer AND s._row <= $${params.length}::integer ${good})
      ${text}`,
    params,
  };
}
