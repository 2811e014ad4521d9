import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { NotificationQueues } from '../queue/notification-queues';
import { within } from '../redis/within';
import { BlobStorage } from '../storage/blob-storage';
import { Draining } from './draining';
import type { ReadinessDto, UpOrDown } from './health.dto';

const CHECK_MS = 2_000;

/** Asks everything that requests need, each for at most 2 s. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
    private readonly queues: NotificationQueues,
    private readonly draining: Draining,
  ) {}

  async read(): Promise<ReadinessDto> {
    const [database, storage, redis] = await Promise.all([
      check(this.database.access.everywhere.query('SELECT 1')),
      check(this.storage.check()),
      check(this.queues.ping()),
    ]);
    const works = database === 'up' && storage === 'up';
    const status = this.draining.isDraining ? 'draining' : works ? 'ok' : 'unavailable';
    return { status, database, storage, redis };
  }
}

const check = (answer: Promise<unknown>): Promise<UpOrDown> =>
  within(CHECK_MS, answer).then(
    () => 'up',
    () => 'down',
  );
