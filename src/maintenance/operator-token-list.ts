import type { Sql } from '../database/sql';
import { listOperatorTokens, type OperatorToken, revokeOperatorTokens } from '../workspaces/operator-tokens';

/** The operator's tokens, a line each, oldest first. */
export async function listTokens(sql: Sql): Promise<string[]> {
  return (await listOperatorTokens(sql)).map(
    (token) => `${token.id}  …${token.suffix}  made ${token.created_at}  ${stateOf(token)}`,
  );
}

/** Revokes one and returns a sentence. Throws one when there is no such token, or it is the last that works. */
export async function revokeToken(sql: Sql, id: string): Promise<string> {
  const tokens = await listOperatorTokens(sql);
  const token = tokens.find((each) => each.id === id);
  if (token === undefined)
    throw new Error(
      `The operator has no token with the id ${id}: almagest operator-token --list shows them.`,
    );
  if (token.works && tokens.filter(({ works }) => works).length === 1) {
    throw new Error(
      'This is the only operator token that works: almagest operator-token replaces it by a new one.',
    );
  }
  await revokeOperatorTokens(sql, [id]);
  return `The token …${token.suffix} is revoked.`;
}

function stateOf({ works, revoked_at: revokedAt }: OperatorToken): string {
  if (works) return 'works';
  return revokedAt === null ? 'expired' : `revoked ${revokedAt}`;
}
