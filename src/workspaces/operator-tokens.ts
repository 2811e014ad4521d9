import { createToken } from '../auth/bearer-token';
import type { Sql } from '../database/sql';

/** An arbitrary advisory lock number: one process at a time creates the operator or its tokens. */
export const OPERATOR_LOCK = 7_420_614;
/** Row of `secrets` that exists until a first token of the operator has been shown. */
const NOT_SHOWN = 'operator_token_not_shown';
const WORKS = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())';

/** A token of the operator as it is listed: never the token itself. */
export interface OperatorToken {
  id: string;
  suffix: string;
  created_at: string;
  revoked_at: string | null;
  works: boolean;
}

/** False before the first start. */
async function hasOperator(sql: Sql): Promise<boolean> {
  return (await sql.query('SELECT FROM robots WHERE is_operator')).length > 0;
}

/** Creates the operator, without a token, unless it exists. */
export async function createOperator(tx: Sql): Promise<void> {
  if (await hasOperator(tx)) return;
  await tx.query(
    `INSERT INTO robots (display_name, description, role, is_operator)
     VALUES ('Operator', 'Made at the first start; admin everywhere.', 'admin', true)`,
  );
  await tx.query(`INSERT INTO secrets (name, value) VALUES ($1, '') ON CONFLICT (name) DO NOTHING`, [
    NOT_SHOWN,
  ]);
}

/** True while no token of the operator has been shown. */
export async function isTokenNotShown(sql: Sql): Promise<boolean> {
  return (await sql.query('SELECT FROM secrets WHERE name = $1', [NOT_SHOWN])).length > 0;
}

/** To be called once a token was shown, or was given by somebody who knows it. */
export async function recordTokenShown(sql: Sql): Promise<void> {
  await sql.query('DELETE FROM secrets WHERE name = $1', [NOT_SHOWN]);
}

/** Gives the operator a new random token, or `given`; returns it with its id. Earlier tokens stay valid. */
export async function addOperatorToken(sql: Sql, given?: string): Promise<{ id: string; token: string }> {
  const { token, sha256, suffix } = createToken(given);
  const [added] = await sql.query<{ id: string }>(
    `INSERT INTO tokens (robot_id, sha256, suffix)
     SELECT id, $1::bytea, $2 FROM robots WHERE is_operator RETURNING id`,
    [sha256, suffix],
  );
  if (added === undefined)
    throw new Error('There is no operator yet: it is created at the first start of Almagest.');
  return { id: added.id, token };
}

/** Whether a token with this SHA-256 is a valid one of the operator. */
export async function worksForOperator(sql: Sql, sha256: Buffer): Promise<boolean> {
  const found = await sql.query(
    `SELECT FROM tokens WHERE sha256 = $1::bytea AND ${WORKS} AND robot_id = (SELECT id FROM robots WHERE is_operator)`,
    [sha256],
  );
  return found.length > 0;
}

/** All tokens of the operator, oldest first. */
export async function listOperatorTokens(sql: Sql): Promise<OperatorToken[]> {
  return sql.query<OperatorToken>(
    `SELECT id, suffix, almagest_instant(created_at) AS created_at, almagest_instant(revoked_at) AS revoked_at,
            ${WORKS} AS works
     FROM tokens WHERE robot_id = (SELECT id FROM robots WHERE is_operator) ORDER BY tokens.created_at, id`,
  );
}

/** Revokes the operator's tokens with these ids; returns how many were valid until then. */
export async function revokeOperatorTokens(sql: Sql, ids: readonly string[]): Promise<number> {
  const revoked = await sql.query(
    `UPDATE tokens SET revoked_at = now()
     WHERE id = ANY ($1::uuid[]) AND revoked_at IS NULL AND robot_id = (SELECT id FROM robots WHERE is_operator) RETURNING id`,
    [ids],
  );
  return revoked.length;
}
