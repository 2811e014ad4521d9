import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';

/** What a signature is for; one made for the one never serves the other. */
export type Purpose = 'download' | 'admin session';

/** Signs one thing until one instant, with a secret that every replica reads from the database. */
@Injectable()
export class Signer implements OnModuleInit {
  private secret: Buffer | undefined;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.database.access.everywhere.query<{ value: Buffer }>(
      `SELECT value FROM secrets WHERE name = 'download_signing'`,
    );
    if (row === undefined)
      throw new Error('The secret download_signing is missing: the database is not migrated.');
    this.secret = row.value;
  }

  /** The signature in lower-case hex; `expires` is in seconds since 1970. */
  sign(purpose: Purpose, subject: string, expires: number): string {
    return this.digest(purpose, subject, String(expires)).toString('hex');
  }

  /** True for the signature of this subject and instant while the instant is still to come. `expires` and `signature` as they were sent. */
  verify(purpose: Purpose, subject: string, expires: string | number, signature: string): boolean {
    if (!/^[0-9a-f]{64}$/.test(signature) || !/^[0-9]{1,12}$/.test(String(expires))) return false;
    const right = timingSafeEqual(
      Buffer.from(signature, 'hex'),
      this.digest(purpose, subject, String(expires)),
    );
    return right && Number(expires) * 1_000 > Date.now();
  }

  private digest(purpose: Purpose, subject: string, expires: string): Buffer {
    if (this.secret === undefined) throw new Error('The application is not started yet.');
    return createHmac('sha256', this.secret).update(`${purpose}\n${subject}\n${expires}`).digest();
  }
}
