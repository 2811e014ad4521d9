import { Injectable } from '@nestjs/common';
import { createToken } from '../auth/bearer-token';
import { Database } from '../database/database';
import { sqlState } from '../database/transient-error';
import type { Page } from '../http/pagination/page';
import { notFound, problem, type ProblemException } from '../http/problem/problem.exception';
import { type ListQuery, selectPage, UUID } from './list-page';
import type { ListedTokenDto, NewTokenDto, TokenDto } from './token.dto';

const COLUMNS = `id, suffix AS token_suffix, almagest_instant(expires_at) AS expires_at,
  almagest_instant(created_at) AS created_at`;
/** Restricts tokens to a robot, and the robot to its workspace. */
const OWNED = 'robot_id = (SELECT id FROM robots WHERE workspace_id = $1 AND id = $2)';

/** Whose tokens: a robot, which must be of this workspace. */
export interface RobotAddress {
  workspaceId: string;
  robotId: string;
}

/** The tokens of robots; only their SHA-256 is stored. Throws the one 404 for a robot of another workspace. */
@Injectable()
export class TokenStore {
  constructor(private readonly database: Database) {}

  /** Throws 400 for an instant that does not exist or is over, 409 `conflict` for an archived robot. */
  async create(address: RobotAddress, expiresAt: string | null, createdBy: string): Promise<NewTokenDto> {
    await this.refuseArchived(address);
    const { token, sha256, suffix } = createToken();
    try {
      const [row] = await this.database.query<TokenDto>(
        `INSERT INTO tokens (robot_id, sha256, suffix, expires_at, created_by)
         SELECT $1::uuid, $2::bytea, $3, $4::timestamptz, $5::uuid WHERE $4::timestamptz IS NULL OR $4::timestamptz > now()
         RETURNING ${COLUMNS}`,
        [address.robotId, sha256, suffix, expiresAt, createdBy],
      );
      if (row === undefined) throw badExpiry('expires_at is over already.');
      return { ...row, token };
    } catch (error) {
      if (sqlState(error)?.startsWith('22')) throw badExpiry('expires_at is no instant that exists.');
      throw error;
    }
  }

  async list(address: RobotAddress, query: ListQuery): Promise<Page<ListedTokenDto>> {
    await this.isArchived(address);
    const source = {
      columns: `${COLUMNS}, almagest_instant(revoked_at) AS revoked_at`,
      table: 'tokens',
      where: OWNED,
      owners: [address.workspaceId, address.robotId],
      endedAt: 'revoked_at',
    };
    return selectPage(this.database, source, query);
  }

  /** Revokes it at once; revoking again changes nothing. */
  async revoke({ workspaceId, robotId }: RobotAddress, tokenId: string): Promise<void> {
    if (![robotId, tokenId].every((id) => UUID.test(id))) throw notFound();
    const revoked = await this.database.query(
      `UPDATE tokens SET revoked_at = coalesce(revoked_at, now()) WHERE ${OWNED} AND id = $3 RETURNING id`,
      [workspaceId, robotId, tokenId],
    );
    if (revoked.length === 0) throw notFound();
  }

  private async refuseArchived(address: RobotAddress): Promise<void> {
    if (await this.isArchived(address)) {
      throw problem(409, 'conflict', 'The robot is archived, so a token for it would not work.');
    }
  }

  /** Throws the 404 when the robot is not of this workspace. */
  private async isArchived({ workspaceId, robotId }: RobotAddress): Promise<boolean> {
    if (!UUID.test(robotId)) throw notFound();
    const [robot] = await this.database.query<{ archived: boolean }>(
      'SELECT archived_at IS NOT NULL AS archived FROM robots WHERE workspace_id = $1 AND id = $2',
      [workspaceId, robotId],
    );
    if (robot === undefined) throw notFound();
    return robot.archived;
  }
}

const badExpiry = (message: string): ProblemException =>
  problem(400, 'invalid_request', message, {
    errors: [{ pointer: '/expires_at', code: 'invalid_value', message }],
  });
