import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';

/** Signs the download of one export until one instant, with a secret that every replica reads from the database. */
@Injectable()
export class DownloadSigner implements OnModuleInit {
  private secret: Buffer | undefined;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.database.everywhere.query<{ value: Buffer }>(
      `SELECT value FROM secrets WHERE name = 'download_signing'`,
    );
    if (row === undefined)
      throw new Error('The secret download_signing is missing: the database is not migrated.');
    this.secret = row.value;
  }

  /** The signature in lower-case hex; `expires` is in seconds since 1970. */
  sign(exportId: string, expires: number): string {
    return this.digest(exportId, String(expires)).toString('hex');
  }

  /** True for the signature of this export and instant while the instant is still to come. `expires` and `signature` as in the URL. */
  verify(exportId: string, expires: string | number, signature: string): boolean {
    if (!/^[0-9a-f]{64}$/.test(signature) || !/^[0-9]{1,12}$/.test(String(expires))) return false;
    const right = timingSafeEqual(Buffer.from(signature, 'hex'), this.digest(exportId, String(expires)));
    return right && Number(expires) * 1_000 > Date.now();
  }

  private digest(exportId: string, expires: string): Buffer {
    if (this.secret === undefined) throw new Error('The application is not started yet.');
    return createHmac('sha256', this.secret).update(`download\n${exportId}\n${expires}`).digest();
  }
}
