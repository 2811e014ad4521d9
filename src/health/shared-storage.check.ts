import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { saveStorageIdentity, loadStorageIdentity } from '../database/storage-identity';
import { BlobStorage } from '../storage/blob-storage';

/** Refuses to start on a disk that is not the one of the database: its jobs name files that are not there. */
@Injectable()
export class SharedStorageCheck implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The first process of all notes whose disk it is; every later one must see the same. */
  async onModuleInit(): Promise<void> {
    const identity = await this.storage.identity();
    await saveStorageIdentity(this.database.everywhere, identity, 'keep');
    const noted = await loadStorageIdentity(this.database.everywhere);
    if (noted === identity) return;
    throw new Error(
      `${this.settings.storageUrl === '' ? 'DATA_DIR' : 'STORAGE_URL'} does not hold the files that belong to this database. ` +
        `Every process must see the same files: name the ${this.settings.storageUrl === '' ? 'folder' : 'bucket and prefix'} that ` +
        `the others use (its .id says ${noted ?? 'nothing'}; that of ${this.storage.place} says ${identity}). If those files are ` +
        'lost for good, or these are they, run: almagest storage reset-identity',
    );
  }
}
