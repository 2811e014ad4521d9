import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { Caller, Role } from './caller';
import { unauthorized } from './bearer-token';

/** A caller, and the workspace of its robot; the operator has none. */
export interface Authenticated {
  caller: Caller;
  homeId: string | null;
}

interface TokenRow {
  token_id: string;
  robot_id: string;
  workspace_id: string | null;
  role: Role;
  is_operator: boolean;
}

/** True for a token that is valid now. */
const WORKS = `tokens.revoked_at IS NULL AND robots.archived_at IS NULL
  AND (tokens.expires_at IS NULL OR tokens.expires_at > now())`;

/** Finds the caller of a token. Nothing is remembered between requests, so a revocation takes effect at once. */
@Injectable()
export class TokenService {
  constructor(private readonly database: Database) {}

  /** `sha256` is the hash of the token. Throws 401 `unauthorized` for one that is unknown, expired, revoked, or of an archived robot. */
  async authenticate(sha256: Buffer): Promise<Authenticated> {
    const [row] = await this.database.access.everywhere.query<TokenRow>(
      `SELECT tokens.id AS token_id, robots.id AS robot_id, robots.workspace_id, robots.role, robots.is_operator
       FROM tokens JOIN robots ON robots.id = tokens.robot_id
       WHERE tokens.sha256 = $1 AND ${WORKS}`,
      [sha256],
    );
    if (row === undefined) throw unauthorized();
    const { token_id: tokenId, robot_id: robotId, workspace_id: homeId, role, is_operator: isOperator } = row;
    return { caller: { robotId, tokenId, role, isOperator }, homeId };
  }

  /** True while the token with this id is let in, and as the operator's. */
  async isOperator(tokenId: string): Promise<boolean> {
    const [row] = await this.database.access.everywhere.query(
      `SELECT FROM tokens JOIN robots ON robots.id = tokens.robot_id
       WHERE tokens.id = $1 AND robots.is_operator AND ${WORKS}`,
      [tokenId],
    );
    return row !== undefined;
  }

  /** Those of the tokens with these ids that are still let in. */
  async letIn(tokenIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.access.everywhere.query<{ id: string }>(
      `SELECT tokens.id FROM tokens JOIN robots ON robots.id = tokens.robot_id
       WHERE tokens.id = ANY ($1::uuid[]) AND ${WORKS}`,
      [[...new Set(tokenIds)]],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
