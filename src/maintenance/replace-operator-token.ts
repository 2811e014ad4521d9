import type { Sql } from '../database/sql';
import {
  addOperatorToken,
  listOperatorTokens,
  noteTokenShown,
  OPERATOR_LOCK,
  revokeOperatorTokens,
} from '../workspaces/operator-tokens';

/**
 * Gives the operator a new token, hands it to `show`, and revokes all others when `show` has resolved; returns how many.
 * Ended at any moment, a token that was shown works, and the old ones work until then.
 */
export async function replaceOperatorToken(
  sql: Sql,
  show: (token: string) => Promise<void>,
): Promise<number> {
  await sql.query('SELECT pg_advisory_lock($1)', [OPERATOR_LOCK]); // until the end of the connection
  const { id, token } = await addOperatorToken(sql);
  await show(token);
  const others = (await listOperatorTokens(sql)).filter((each) => each.id !== id);
  const revoked = await revokeOperatorTokens(
    sql,
    others.map((each) => each.id),
  );
  await noteTokenShown(sql);
  return revoked;
}
