import { resolve } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { BlobStorage } from './blob-storage';
import { LocalBlobStorage } from './local/local-blob-storage';

/** Provides the one `BlobStorage` to every module: files under `<DATA_DIR>/files`. */
@Global()
@Module({
  providers: [
    {
      provide: BlobStorage,
      inject: [SETTINGS],
      useFactory: ({ dataDir }: Settings) => new LocalBlobStorage(resolve(dataDir, 'files')),
    },
  ],
  exports: [BlobStorage],
})
export class StorageModule {}
