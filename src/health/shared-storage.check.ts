import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';
import { saveStorageIdentity, loadStorageIdentity } from '../database/storage-identity';
import { BlobStorage } from '../storage/blob-storage';

/** Refuses to start on a disk that is not the one of the database: its jobs name files that are not there. */
@Injectable()
export class SharedStorageCheck implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
  ) {}

  /** The first process of all notes whose disk it is; every later one must see the same. */
  async onModuleInit(): Promise<void> {
    const identity = await this.storage.identity();
    await saveStorageIdentity(this.database.everywhere, identity, 'keep');
    const noted = await loadStorageIdentity(this.database.everywhere);
    if (noted === identity) return;
    throw new Error(
      'DATA_DIR does not hold the files that belong to this database. Every process must see the same folder: mount the one ' +
        `the others use (its file files/.id says ${noted ?? 'nothing'}; here it says ${identity}). If those files are lost for ` +
        'good, or these are they, run: almagest storage reset-identity',
    );
  }
}
