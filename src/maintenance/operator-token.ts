import type { Sql } from '../database/sql';
import {
  addOperatorToken,
  listOperatorTokens,
  recordTokenShown,
  OPERATOR_LOCK,
  type OperatorToken,
  revokeOperatorTokens,
} from '../workspaces/operator-tokens';

/**
 * Creates an operator token, passes it to `show`, and revokes all others when `show` has resolved; returns their number. When
 * the process ends at any moment, a token that was shown works, and the old ones work until then.
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
  await recordTokenShown(sql);
  return revoked;
}

/** The operator tokens, one line each, oldest first. */
export async function listTokens(sql: Sql): Promise<string[]> {
  return (await listOperatorTokens(sql)).map(
    (token) => `${token.id}  …${token.suffix}  made ${token.created_at}  ${stateOf(token)}`,
  );
}

/** Revokes a token and returns a sentence. Throws a sentence for an unknown token and for the last working one. */
export async function revokeToken(sql: Sql, id: string): Promise<string> {
  const tokens = await listOperatorTokens(sql);
  const token = tokens.find((each) => each.id === id);
  if (token === undefined)
    throw new Error(
      `The operator has no token with the id ${id}: almagest operator-token --list shows them.`,
    );
  if (token.works && tokens.filter(({ works }) => works).length === 1) {
    throw new Error(
      'This is the only operator token that works: almagest operator-token replaces it with a new one.',
    );
  }
  await revokeOperatorTokens(sql, [id]);
  return `The token …${token.suffix} is revoked.`;
}

function stateOf({ works, revoked_at: revokedAt }: OperatorToken): string {
  if (works) return 'works';
  return revokedAt === null ? 'expired' : `revoked ${revokedAt}`;
}
