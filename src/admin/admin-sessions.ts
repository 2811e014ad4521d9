import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';

/** So long a session lasts; then the operator signs in again. */
export const SESSION_SECONDS = 1_800;

/** Token, instant in seconds since 1970, signature. */
const VALUE = /^([0-9a-f-]{36})\.([0-9]{1,12})\.([0-9a-f]{64})$/;

/**
 * Sessions of the operator in the pages under /admin: a signed cookie names the token that opened it, nothing is stored.
 * The secret is that of every replica, and what is signed begins with words of its own: no signature serves two purposes.
 */
@Injectable()
export class AdminSessions implements OnModuleInit {
  private secret: Buffer | undefined;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.database.everywhere.query<{ value: Buffer }>(
      `SELECT value FROM secrets WHERE name = 'download_signing'`,
    );
    this.secret = row?.value;
  }

  /** The value of the cookie of a new session; `expires` is in seconds since 1970. */
  open(tokenId: string, expires: number): string {
    return `${tokenId}.${expires}.${this.digest(tokenId, String(expires)).toString('hex')}`;
  }

  /** True for a session that has not ended, and whose token would still be let in as the operator's. */
  async admits(value: string): Promise<boolean> {
    const [, tokenId = '', expires = '', signature = ''] = VALUE.exec(value) ?? [];
    if (signature === '') return false;
    const right = timingSafeEqual(Buffer.from(signature, 'hex'), this.digest(tokenId, expires));
    return right && Number(expires) * 1_000 > Date.now() && (await this.isOperator(tokenId));
  }

  private async isOperator(tokenId: string): Promise<boolean> {
    const [row] = await this.database.everywhere.query(
      `SELECT FROM tokens JOIN robots ON robots.id = tokens.robot_id
       WHERE tokens.id = $1 AND robots.is_operator AND tokens.revoked_at IS NULL AND robots.archived_at IS NULL
         AND (tokens.expires_at IS NULL OR tokens.expires_at > now())`,
      [tokenId],
    );
    return row !== undefined;
  }

  private digest(tokenId: string, expires: string): Buffer {
    if (this.secret === undefined) throw new Error('The application is not started yet.');
    return createHmac('sha256', this.secret).update(`admin session\n${tokenId}\n${expires}`).digest();
  }
}
