import { Global, Module } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { BlobStorage } from './blob-storage';
import { openStorage } from './open-storage';

/** Provides the one `BlobStorage` to every module: the bucket of STORAGE_URL, or files under `<DATA_DIR>/files`. */
@Global()
@Module({
  providers: [
    {
      provide: BlobStorage,
      inject: [SETTINGS],
      useFactory: (settings: Settings) => openStorage(settings),
    },
  ],
  exports: [BlobStorage],
})
export class StorageModule {}
