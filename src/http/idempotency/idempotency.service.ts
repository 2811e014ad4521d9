import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../config/config.module';
import type { Settings } from '../../config/settings';
import { Database } from '../../database/database';
import type { Sql } from '../../database/sql';
import { problem } from '../problem/problem.exception';

/** The validated `Idempotency-Key` header; undefined when absent. Throws 400 `invalid_idempotency_key`. */
function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw problem(
      400,
      'invalid_idempotency_key',
      'The Idempotency-Key header must be 1 to 255 visible ASCII characters, without blanks; a UUID is a good key.',
    );
  }
  return header;
}

/** A request that has claimed its key, from before its body is read until its response. */
export interface ReservedKey {
  readonly workspaceId: string;
  readonly route: string;
  /** Undefined when the request came without a key: then no key is reserved. */
  readonly key: string | undefined;
  readonly holder: string;
  /** True when the key is already bound to a job. */
  readonly bound: boolean;
  /** Ends the renewal of the marker. */
  readonly stopRenewal: () => void;
}

/** The job that a request returns. */
export interface IdempotentJob {
  jobId: string;
  /** True when an earlier request with the same key created the job. */
  replayed: boolean;
}

interface KeyRow {
  holder: string;
  fingerprint: string | null;
  job_id: string | null;
}

/** Makes a POST that creates a job safe to repeat. Only a job binds a key; a request that failed frees it. */
@Injectable()
export class IdempotencyService {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `hold` and `bind` in one, for requests whose body is small. `key` is the header as sent. */
  async run(
    workspaceId: string,
    route: string,
    key: string | undefined,
    fingerprint: string,
    create: (tx: Sql) => Promise<{ jobId: string }>,
  ): Promise<IdempotentJob> {
    const reserved = await this.reserve(workspaceId, route, key);
    return this.bind(reserved, fingerprint, create).finally(() => this.release(reserved));
  }

  /**
   * Marks the key as in flight, under a lease that is renewed until `release`. Call it before a long body is read, and
   * `release` in any case. Throws 400 for a key of another form, 409 `idempotency_in_flight` while another request holds it.
   */
  async reserve(workspaceId: string, route: string, header: string | undefined): Promise<ReservedKey> {
    const key = readIdempotencyKey(header);
    const holder = randomUUID();
    const request = { workspaceId, route, key, holder };
    if (key === undefined) return { ...request, bound: false, stopRenewal: () => undefined };
    const [reserved] = await this.database.query<KeyRow>(
      `INSERT INTO idempotency_keys AS mine (workspace_id, route, key, holder, lease_until)
       VALUES ($1, $2, $3, $4, clock_timestamp() + $5::int * interval '1 ms')
       ON CONFLICT (workspace_id, route, key) DO UPDATE SET
         holder = CASE WHEN mine.job_id IS NULL AND mine.lease_until < clock_timestamp()
                       THEN excluded.holder ELSE mine.holder END,
         lease_until = CASE WHEN mine.job_id IS NULL AND mine.lease_until < clock_timestamp()
                            THEN excluded.lease_until ELSE mine.lease_until END
       RETURNING holder, fingerprint, job_id`,
      [workspaceId, route, key, holder, this.settings.leaseMs],
    );
    if (reserved !== undefined && reserved.job_id === null && reserved.holder !== holder) throw inFlight();
    const timer = setInterval(
      () => void this.renew(request).catch(() => undefined), // the next one may succeed
      this.settings.leaseRenewMs,
    );
    const bound = reserved !== undefined && reserved.job_id !== null;
    return { ...request, bound, stopRenewal: () => clearInterval(timer) };
  }

  /**
   * Returns the job that the key is bound to, or creates one with `create` and binds the key to it in the same
   * transaction. `create` may be repeated after a passing failure, so it must insert the same id each time. Throws 422
   * `idempotency_key_reused` when the key is bound to a request with another fingerprint.
   */
  bind(
    reserved: ReservedKey,
    fingerprint: string,
    create: (tx: Sql) => Promise<{ jobId: string }>,
  ): Promise<IdempotentJob> {
    return this.database.transaction('READ COMMITTED', async (tx) => {
      if (reserved.key === undefined) return { ...(await create(tx)), replayed: false };
      const names = [reserved.workspaceId, reserved.route, reserved.key];
      const [row] = await tx.query<KeyRow>(
        `SELECT holder, fingerprint, job_id FROM idempotency_keys
         WHERE workspace_id = $1 AND route = $2 AND key = $3 FOR UPDATE`,
        names,
      );
      if (row !== undefined && row.job_id !== null) {
        if (row.fingerprint !== fingerprint) throw reused();
        return { jobId: row.job_id, replayed: row.holder !== reserved.holder };
      }
      if (row?.holder !== reserved.holder) throw inFlight(); // the lease lapsed, and another request took the key
      const { jobId } = await create(tx);
      await tx.query(
        `UPDATE idempotency_keys SET job_id = $4, fingerprint = $5
         WHERE workspace_id = $1 AND route = $2 AND key = $3`,
        [...names, jobId, fingerprint],
      );
      return { jobId, replayed: false };
    });
  }

  /** Ends the hold; a key that was not bound to a job is free again. */
  async release(reserved: ReservedKey): Promise<void> {
    reserved.stopRenewal();
    if (reserved.key === undefined) return;
    await this.database.leases // also when the client is gone
      .query(
        `DELETE FROM idempotency_keys
         WHERE workspace_id = $1 AND route = $2 AND key = $3 AND holder = $4 AND job_id IS NULL`,
        [reserved.workspaceId, reserved.route, reserved.key, reserved.holder],
      )
      .catch(() => undefined); // it lapses with its lease
  }

  /** Deletes keys after 25 hours, one hour more than documented; the workers' sweep calls it. */
  async sweep(): Promise<void> {
    await this.database.leases.everywhere.query(
      `DELETE FROM idempotency_keys
       WHERE created_at < now() - interval '25 hours' AND lease_until < clock_timestamp()`,
    );
  }

  private async renew({
    workspaceId,
    route,
    key,
    holder,
  }: Omit<ReservedKey, 'bound' | 'stopRenewal'>): Promise<void> {
    await this.database.leases.query(
      `UPDATE idempotency_keys SET lease_until = clock_timestamp() + $5::int * interval '1 ms'
       WHERE workspace_id = $1 AND route = $2 AND key = $3 AND holder = $4 AND job_id IS NULL`,
      [workspaceId, route, key ?? null, holder, this.settings.leaseMs],
    );
  }
}

const inFlight = (): Error =>
  problem(
    409,
    'idempotency_in_flight',
    'A request with this Idempotency-Key is still being processed. Send it again in a moment to get the same job.',
  );

const reused = (): Error =>
  problem(
    422,
    'idempotency_key_reused',
    'This Idempotency-Key was used for a different request in the last 24 hours. Send a new key, or the same request.',
  );
